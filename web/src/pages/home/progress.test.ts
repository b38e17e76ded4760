import { describe, expect, test } from 'vitest';
import { callOf } from '../../test/contacts';
import { configuration, nothing, number } from '../../test/twilio';
import { progressOf } from './progress';

const ready = configuration();
const facts = { twilio: ready, number: number(1), call: callOf(1), others: 2 };

describe('the way to the first call', () => {
  test('begins with the phones', () => {
    const fresh = progressOf({ twilio: nothing(), number: null, call: null, others: 0 });
    expect(fresh).toEqual({
      phones: false,
      answers: 'later',
      call: 'later',
      team: 'later',
      left: 3,
      running: false,
    });
  });

  test('goes on with a number once phones are connected', () => {
    const { answers, left } = progressOf({ ...facts, number: null, call: null });
    expect([answers, left]).toEqual(['now', 2]);
  });

  test('is one call away as soon as a number rings somewhere', () => {
    const { answers, call, left } = progressOf({ ...facts, call: null });
    expect([answers, call, left]).toEqual(['done', 'now', 1]);
  });

  test('does not offer the call while the set-up still runs, although the number is known', () => {
    const working = configuration({ state: 'working' });
    const { call, left } = progressOf({ ...facts, twilio: working, call: null });
    expect([call, left]).toEqual(['later', 2]);
  });

  test('ends with a call; then the team is next', () => {
    const { call, team, left, running } = progressOf({ ...facts, others: 0 });
    expect([call, team, left, running]).toEqual(['done', 'now', 0, true]);
  });

  test('of those who may not see the phones ends with a call too', () => {
    const agent = { twilio: undefined, number: undefined, others: 2 };
    expect(progressOf({ ...agent, call: callOf(1) }).running).toBe(true);
    expect(progressOf({ ...agent, call: null }).running).toBe(false);
  });

  test('starts again when the account is taken away', () => {
    expect(progressOf({ ...facts, twilio: nothing() }).running).toBe(false);
  });
});
