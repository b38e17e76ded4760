import i18next from 'i18next';
import { describe, expect, test } from 'vitest';
import { run, step } from '../../test/twilio';
import {
  announcementOf,
  cordState,
  dealtWith,
  headlineOf,
  sayingOf,
  secondsLeft,
  secondsOf,
  shortSid,
} from './run';

const { t } = i18next;

describe('a step says', () => {
  test('what it will do before it begins', () => {
    expect(sayingOf(step('verify'), t)).toMatch(/^Reads every number back/);
    expect(cordState(step('verify'))).toBe('later');
  });

  test('which number it is at', () => {
    const now = step('numbers', { state: 'running', current: '+14155550149', done: 14, total: 24 });
    expect(sayingOf(now, t)).toBe('Now +1 415 555 0149');
    expect(dealtWith(now)).toBe(14);
  });

  test('what came out, with those left alone and those that failed', () => {
    const done = step('numbers', { state: 'done', done: 21, asking: 2, failed: 1, total: 24 });
    expect(sayingOf(done, t)).toBe('21 connected · 2 belong to another tool · 1 could not be set');
  });

  test('that an account has no numbers yet', () => {
    expect(sayingOf(step('numbers', { state: 'done', total: 0 }), t)).toBe(
      'The account has no numbers yet',
    );
  });

  test.each([
    ['made', 'Made: SK81…4d0e'],
    ['kept', 'Kept: SK81…4d0e'],
    ['gone', 'It was gone already'],
  ])('whether a key was %s', (outcome, saying) => {
    const sid = 'SK810123456789abcdef0123456789ab4d0e';
    expect(sayingOf(step('key', { state: 'done', outcome, sid }), t)).toBe(saying);
  });

  test('that nobody reached the desk from outside', () => {
    expect(sayingOf(step('verify', { state: 'done', outcome: 'unreachable' }), t)).toBe(
      'Twilio cannot reach this desk from outside yet',
    );
  });

  test('an outcome of a later version as done, never as its code', () => {
    expect(sayingOf(step('remove-app', { state: 'done', outcome: 'archived' }), t)).toBe('Done');
  });

  test('why it failed, in the server’s sentence', () => {
    const problem = {
      type: 'urn:patchbay:problem:twilio-credentials',
      title: 'Credentials',
      detail: 'Twilio does not accept this Auth Token.',
      twilioCode: 20003,
    };
    const failed = step('credentials', { state: 'failed', problem });
    expect(sayingOf(failed, t)).toBe('Twilio does not accept this Auth Token.');
    expect(cordState(failed)).toBe('failed');
  });

  test('how long it took', () => {
    const took = { startedAt: '2026-11-20T10:41:06.000Z', endedAt: '2026-11-20T10:41:06.420Z' };
    expect(secondsOf(step('app', took))).toBe('0.4');
    expect(secondsOf(step('app', { startedAt: took.startedAt }))).toBeUndefined();
  });
});

describe('the time left', () => {
  test('follows the pace since the page saw it first', () => {
    expect(secondsLeft({ at: 0, count: 4 }, { at: 10_000, count: 14 }, 24)).toBe(10);
  });

  test('is not told without a pace, and never below a second', () => {
    expect(secondsLeft({ at: 0, count: 4 }, { at: 900, count: 5 }, 24)).toBeUndefined();
    expect(secondsLeft({ at: 0, count: 0 }, { at: 10, count: 23 }, 24)).toBe(1);
    expect(secondsLeft({ at: 0, count: 0 }, { at: 10, count: 24 }, 24)).toBeUndefined();
  });
});

describe('what is read out', () => {
  const at = (done: number) =>
    announcementOf(
      run({
        steps: [
          step('app', { state: 'done' }),
          step('numbers', { state: 'running', done, total: 24 }),
        ],
      }),
      t,
    );

  test('changes by quarters, not by numbers', () => {
    expect(at(6)).toBe('Numbers: 6 of 24');
    expect(at(11)).toBe(at(6));
    expect(at(12)).toBe('Numbers: 12 of 24');
  });

  test('names the step that ended last', () => {
    const steps = [step('credentials', { state: 'done' }), step('saving')];
    expect(announcementOf(run({ steps }), t)).toBe('Check the Account SID and Auth Token: Done');
  });
});

describe('the heading', () => {
  const numbers = step('numbers', { done: 24, total: 24 });

  test('names the numbers while they are connected and afterwards', () => {
    expect(headlineOf(run({ steps: [numbers] }), t)).toBe('Connecting your 24 numbers');
    expect(headlineOf(run({ state: 'done', steps: [numbers] }), t)).toBe(
      '24 numbers are connected',
    );
  });

  test('speaks of the account before the numbers are counted', () => {
    expect(headlineOf(run({ steps: [step('numbers')] }), t)).toBe('Connecting your account');
  });

  test('of a repair and of clearing is its own', () => {
    const one = step('numbers', { total: 1 });
    expect(headlineOf(run({ kind: 'repair', steps: [one] }), t)).toBe('Repairing 1 number');
    expect(headlineOf(run({ kind: 'clear' }), t)).toBe('Giving your numbers back');
  });
});

test('a SID is short enough to read and long enough to recognise', () => {
  expect(shortSid('AC5f0123456789abcdef0123456789ab09b2')).toBe('AC5f…09b2');
});
