import { describe, expect, test } from 'vitest';
import type { Permission } from '../api/types';
import { ALL } from '../test/fixtures';
import { PLACES, visible } from './nav';

const places = (permissions: readonly Permission[]) =>
  visible(PLACES, (one) => permissions.includes(one)).map(({ to }) => to);

describe('navigation shows what one may open', () => {
  test('to an agent: no keys and no audit log', () => {
    expect(places(['workspace.read', 'members.read', 'presence.set'])).toEqual([
      '/',
      '/people',
      '/settings/general',
      '/profile',
    ]);
  });

  test('to an owner: everything', () => {
    expect(places(ALL)).toContain('/settings/audit-log');
    expect(places(ALL)).toContain('/settings/api-keys');
  });

  test('to a supervisor: the Twilio account and its numbers', () => {
    const seen = places(['twilio.read', 'numbers.read', 'messages.read']);
    expect(seen).toEqual([
      '/',
      '/messages',
      '/settings/twilio',
      '/settings/numbers',
      '/settings/diagnostics',
      '/profile',
    ]);
  });

  test('to somebody without any permission: Home and the profile', () => {
    expect(places([])).toEqual(['/', '/profile']);
  });
});

test('no two places have the same letter', () => {
  const letters = PLACES.map(({ letter }) => letter);
  expect(new Set(letters).size).toBe(letters.length);
});
