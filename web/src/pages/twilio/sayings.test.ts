import i18next from 'i18next';
import { describe, expect, test } from 'vitest';
import type { TwilioDifference } from '../../api/types';
import { check, drifted, number, run, step } from '../../test/twilio';
import { mendable, repairable, sayingOfDifference, shownValue } from './differences';
import { lastDeliveryOf, lineOf, matterOf } from './lines';
import { type Rejected, reasonOf } from './rejected';

const { t } = i18next;

describe('the lines of a number', () => {
  test('changed where somebody changed them, and only there', () => {
    const one = drifted(17);
    expect([lineOf(one, 'voice', null), lineOf(one, 'sms', null)]).toEqual([
      'changed',
      'connected',
    ]);
  });

  test('all changed when the number is new in the account', () => {
    const differences = [{ aspect: 'new' as const, wanted: null, found: null }];
    const one = drifted(1, { differences });
    expect(lineOf(one, 'sms', null)).toBe('changed');
    expect(matterOf(one, t)).toMatch(/is new in the account/);
  });

  test('are none where the number cannot text', () => {
    expect(lineOf(number(1, { sms: false }), 'sms', null)).toBeUndefined();
  });

  test('are being connected while the run is at the number', () => {
    const one = number(1, { connection: 'waiting' });
    const at = step('numbers', { state: 'running', current: one.phoneNumber });
    expect(lineOf(one, 'voice', run({ steps: [at] }))).toBe('connecting');
    expect(lineOf(number(2, { connection: 'waiting' }), 'voice', run({ steps: [at] }))).toBe(
      'waiting',
    );
  });
});

describe('what is the matter with a number', () => {
  test('nothing, when it is connected', () => {
    expect(matterOf(number(1), t)).toBeUndefined();
  });

  test('it belongs to a trunk, or to another tool', () => {
    expect(matterOf(number(1, { connection: 'asks', heldBy: 'TK1' }), t)).toMatch(/SIP trunk/);
    expect(matterOf(number(1, { connection: 'asks', heldBy: 'AP1' }), t)).toMatch(/Another tool/);
  });

  test('another workspace has it, named only to those who are in it', () => {
    const named = number(1, { connection: 'elsewhere', heldBy: 'Alder' });
    expect(matterOf(named, t)).toMatch(/workspace “Alder” has this number/);
    expect(matterOf(number(1, { connection: 'elsewhere' }), t)).toMatch(/^Another workspace has/);
  });
});

test('the last delivery is the latest of voice, text and status', () => {
  const lastDelivery = {
    voice: '2026-11-20T10:00:00Z',
    sms: '2026-11-20T10:30:00Z',
    status: null,
  };
  expect(lastDeliveryOf(number(1, { lastDelivery }))).toBe('2026-11-20T10:30:00Z');
  expect(lastDeliveryOf(number(1))).toBeUndefined();
});

describe('what a check found', () => {
  const difference = (over: Partial<TwilioDifference>): TwilioDifference => ({
    subject: 'number',
    numberId: 'n1',
    phoneNumber: '+14155550117',
    aspect: 'app',
    wanted: null,
    found: null,
    ...over,
  });

  test('is counted by numbers, not by differences, and without those that repair leaves', () => {
    const differences = [
      difference({}),
      difference({ aspect: 'sms-url' }),
      difference({ numberId: 'n2', aspect: 'trunk' }),
      difference({ numberId: 'n3', aspect: 'elsewhere' }),
      difference({ subject: 'app', numberId: null, aspect: 'missing' }),
    ];
    expect(repairable(check({ state: 'drift', differences }))).toBe(1);
  });

  test('says what callers hear after the address changed', () => {
    const changed = difference({
      subject: 'public-url',
      aspect: 'changed',
      found: 'https://phones.quillmere.example',
      wanted: 'https://desk.quillmere.example',
    });
    expect(sayingOfDifference(changed, t)).toBe(
      'Callers hear an error: Twilio still delivers to phones.quillmere.example, and this desk is now desk.quillmere.example.',
    );
  });

  test('says when nobody has set an address, which repair can not mend', () => {
    const none = difference({ subject: 'public-url', aspect: 'changed' });
    expect(sayingOfDifference(none, t)).toMatch(/PATCHBAY_PUBLIC_URL/);
    expect(mendable(none)).toBe(false);
    expect(mendable({ ...none, wanted: 'https://desk.quillmere.example' })).toBe(true);
  });

  test('says what came instead of an answer from outside', () => {
    const away = difference({
      subject: 'public-url',
      aspect: 'unreachable',
      wanted: 'https://desk.quillmere.example',
      found: 'It answered 502.',
    });
    expect(sayingOfDifference(away, t)).toMatch(/desk\.quillmere\.example.* It answered 502\.$/);
    expect(mendable(away)).toBe(false);
  });

  test('names what a SID is the SID of', () => {
    const hex = '3c0123456789abcdef0123456789ab77';
    expect(shownValue(`AP${hex}`, t)).toBe('TwiML app AP3c…ab77');
    expect(shownValue(`TK${hex}`, t)).toBe('SIP trunk TK3c…ab77');
    expect(shownValue('https://a.example/', t)).toBe('https://a.example/');
    expect(shownValue(null, t)).toBe('nothing');
  });

  test.each([
    ['key', 'missing', /API key is no longer at Twilio/],
    ['app', 'missing', /TwiML app is no longer at Twilio/],
    ['app', 'voice-url', /TwiML app's voice address/],
    ['account', 'suspended', /has suspended the account/],
    ['number', 'sms-url', /^\+1 415 555 0117: text address$/],
  ] as const)('of the %s: %s', (subject, aspect, saying) => {
    expect(sayingOfDifference(difference({ subject, aspect }), t)).toMatch(saying);
  });
});

describe('why a delivery was rejected', () => {
  const rejected = (over: Partial<Rejected>): Rejected => ({
    reason: 'wrong-url',
    path: '/api/twilio/voice',
    count: 3,
    firstAt: '2026-11-20T10:00:00Z',
    lastAt: '2026-11-20T10:00:00Z',
    deliveredTo: null,
    accountSid: null,
    ...over,
  });

  test('names the address that Twilio still delivers to', () => {
    const deliveredTo = 'https://phones.quillmere.example/api/twilio/voice';
    expect(reasonOf(rejected({ deliveredTo }), t)).toBe(
      'Twilio still delivers to phones.quillmere.example.',
    );
  });

  test.each(['no-signature', 'wrong-token', 'wrong-url', 'unknown-account', 'unreadable'] as const)(
    '%s is a sentence with a remedy, and never its code',
    (reason) => {
      const saying = reasonOf(rejected({ reason }), t);
      expect(saying).toMatch(/^[A-Z].*\.$/);
      expect(saying).not.toContain(reason);
      expect(t(`twilio.remedy.${reason}`)).toMatch(/\.$/);
    },
  );
});
