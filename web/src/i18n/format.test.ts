import { describe, expect, test } from 'vitest';
import { agoOf, countryName, dayOf, timeZoneName } from './format';

const now = new Date(2026, 10, 20, 10, 0);
const at = (...parts: [number, number, number, number, number]) => new Date(...parts).toISOString();

describe('a day', () => {
  test('is told by the calendar, not by 24 hours', () => {
    expect(dayOf(at(2026, 10, 20, 0, 1), now)).toBe('Today');
    expect(dayOf(at(2026, 10, 19, 23, 59), now)).toBe('Yesterday');
    expect(dayOf(at(2026, 10, 18, 23, 59), now)).toBe('November 18');
  });

  test('of another year names the year', () => {
    expect(dayOf(at(2025, 11, 31, 12, 0), now)).toBe('December 31, 2025');
  });
});

test('how long ago is said in one unit, and as a date after a week', () => {
  expect(agoOf(at(2026, 10, 20, 9, 59), now)).toBe('1 minute ago');
  expect(agoOf(new Date(now.getTime() - 20_000).toISOString(), now)).toBe('just now');
  expect(agoOf(at(2026, 10, 20, 7, 10), now)).toBe('2 hours ago');
  expect(agoOf(at(2026, 10, 17, 10, 0), now)).toBe('3 days ago');
  expect(agoOf(at(2026, 10, 2, 10, 0), now)).toBe('November 2');
});

test('countries and zones have names, and keep their code where there is none', () => {
  expect(countryName('US')).toBe('United States');
  expect(countryName('??')).toBe('??');
  expect(timeZoneName('America/Los_Angeles')).toBe('Pacific Time');
  expect(timeZoneName('UTC')).toBe('UTC');
  expect(timeZoneName('No/Where')).toBe('No/Where');
});
