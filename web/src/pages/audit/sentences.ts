import type { TFunction } from 'i18next';
import type { AuditEntry } from '../../api/types';
import type en from '../../i18n/en.json';

type KnownAction = keyof typeof en.audit.action;

/** What was done, in the reader's words; an action that the desk does not know keeps its code. */
export function deedOf({ action, target }: AuditEntry, t: TFunction): string {
  const name = target?.name ?? '';
  const known = t(`audit.action.${action.replace('.', '_')}` as `audit.action.${KnownAction}`, {
    name,
    defaultValue: '',
  });
  return known || [action, name].filter(Boolean).join(' · ');
}

/** The particulars, one line each: `role: agent → admin`. */
export function particularsOf({ details, address }: AuditEntry, t: TFunction): string[] {
  const lines = Object.entries(flat(details)).map(([key, value]) => `${key}: ${said(value)}`);
  return address ? [...lines, t('audit.address', { address })] : lines;
}

/** A change written as `{from, to}` at the top is the change of the thing itself. */
function flat(details: Record<string, unknown>): Record<string, unknown> {
  const { from, to, ...rest } = details;
  return from === undefined && to === undefined ? rest : { ...rest, '': { from, to } };
}

function said(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value ?? '–');
  if ('from' in value && 'to' in value) return `${said(value.from)} → ${said(value.to)}`;
  return JSON.stringify(value);
}
