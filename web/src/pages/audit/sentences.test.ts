import i18next from 'i18next';
import { expect, test } from 'vitest';
import type { AuditEntry } from '../../api/types';
import { deedOf, particularsOf } from './sentences';

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
  expect(deedOf(entry({ action: 'number.released' }), i18next.t)).toBe('number.released · Mara');
  expect(deedOf(entry({ action: 'number.released', target: null }), i18next.t)).toBe(
    'number.released',
  );
});

test('changes are written as from and to, with the address at the end', () => {
  const details = { from: 'agent', to: 'admin', name: { from: 'A', to: null } };
  expect(particularsOf(entry({ details, address: '192.0.2.1' }), i18next.t)).toEqual([
    'name: A → –',
    'agent → admin',
    'from 192.0.2.1',
  ]);
});
