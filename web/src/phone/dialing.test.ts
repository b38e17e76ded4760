import { expect, test } from 'vitest';
import { callWith } from '../test/phone';
import { asTyped } from './asTyped';
import { recentOf } from './useMatches';

test('digits are spaced as numbers of the country are; names and codes stay as they are', () => {
  expect(asTyped('2065550114', 'US')).toBe('(206) 555-0114');
  expect(asTyped('+12065550114', 'DE')).toBe('+1 206 555 0114');
  expect(asTyped('030901820', 'DE')).toBe('030 901820');
  for (const text of ['Jonah', 'Jonah 2', '*31#', '', '+']) expect(asTyped(text, 'US')).toBe(text);
});

const called = (to: string, contactName: string | null = null) =>
  callWith({ id: to, direction: 'outbound', to, contactName });

test('recent numbers are told once each, the newest first, without hidden ones', () => {
  const calls = [
    called('+12025550186'),
    called('+14155550132'),
    called('+12025550186'),
    called('anonymous'),
  ];
  expect(recentOf(calls, '').map(({ number }) => number)).toEqual(['+12025550186', '+14155550132']);
});

test('recent numbers are found by name, and by digits in whatever format', () => {
  const calls = [called('+12025550186', 'Amara Okafor'), called('+14155550132')];
  expect(recentOf(calls, 'oka')).toHaveLength(1);
  expect(recentOf(calls, '(415) 555')).toHaveLength(1);
  expect(recentOf(calls, 'nobody')).toEqual([]);
});
