import i18next from 'i18next';
import { expect, test } from 'vitest';
import type { AuditEntry } from '../../api/types';
import { actorOf, deedOf, particularsOf } from './sentences';

const entry = (over: Partial<AuditEntry>): AuditEntry => ({
  id: 'e1',
  at: '2026-11-20T10:00:00Z',
  action: 'member.role-changed',
  actor: { kind: 'member', id: 'm1', name: 'Hugo' },
  target: { kind: 'member', id: 'm2', name: 'Mara' },
  address: null,
  details: {},
  ...over,
});

test('a known action is a sentence', () => {
  expect(deedOf(entry({}), i18next.t)).toBe('changed the role of Mara');
});

test('an action of a later version keeps its code, with its target', () => {
  expect(deedOf(entry({ action: 'flow.tested' }), i18next.t)).toBe('flow.tested · Mara');
  expect(deedOf(entry({ action: 'flow.tested', target: null }), i18next.t)).toBe('flow.tested');
});

test('changes are written as from and to, with the address at the end', () => {
  const details = { from: 'agent', to: 'admin', name: { from: 'A', to: null } };
  expect(particularsOf(entry({ details, address: '192.0.2.1' }), i18next.t)).toEqual([
    'name: A → –',
    'agent → admin',
    'from 192.0.2.1',
  ]);
});

test('a number is named as one reads it', () => {
  const target = { kind: 'number', id: 'n1', name: '+14155550117' };
  expect(deedOf(entry({ action: 'number.released', target }), i18next.t)).toBe(
    'released +1 415 555 0117',
  );
});

test('what was changed of a number stands line by line', () => {
  const details = {
    phoneNumber: '+14155550117',
    changes: { friendlyName: { from: 'Sales', to: 'Support' }, forwardTo: { from: null, to: '' } },
  };
  expect(particularsOf(entry({ details }), i18next.t)).toEqual([
    'number: +1 415 555 0117',
    'name: Sales → Support',
    'forwards to: – → –',
  ]);
});

test.each([
  ['twilio.configured', 'set up the Twilio account'],
  ['twilio.cleared', 'cleared the Twilio set-up'],
  ['twilio.repaired', 'repaired the Twilio set-up'],
  ['twilio.token-replaced', 'replaced the Auth Token'],
  ['twilio.token-rotated', 'rotated the Auth Token'],
])('%s is a sentence', (action, sentence) => {
  expect(deedOf(entry({ action, target: null }), i18next.t)).toBe(sentence);
});

test('what Patchbay did because somebody asked says for whom, and how it came out', () => {
  const done = entry({
    action: 'twilio.configured',
    actor: { kind: 'system', id: null, name: 'Hugo' },
    details: { state: 'stopped' },
  });
  expect(actorOf(done, i18next.t)).toBe('Patchbay, for Hugo,');
  expect(particularsOf(done, i18next.t)).toEqual(['outcome: stopped']);
  expect(actorOf(entry({ actor: { kind: 'system', id: null, name: 'Patchbay' } }), i18next.t)).toBe(
    'Patchbay',
  );
});
