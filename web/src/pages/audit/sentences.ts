import type { TFunction } from 'i18next';
import type { AuditEntry } from '../../api/types';
import type en from '../../i18n/en.json';
import { ROLES } from '../../session/permissions';
import { phoneNumber } from '../../ui/phoneNumber';

type KnownAction = keyof typeof en.audit.action;

/** Who did it; of what Patchbay does by itself, for whom where somebody began it. */
export function actorOf({ actor }: AuditEntry, t: TFunction): string {
  if (actor.kind !== 'system') return actor.name;
  return actor.name && actor.name !== t('audit.system')
    ? t('audit.systemFor', { name: actor.name })
    : t('audit.system');
}

/** What was done, in the reader's words; an action that the desk does not know keeps its code. */
export function deedOf({ action, target }: AuditEntry, t: TFunction): string {
  const name = readable(target?.name ?? '');
  const known = t(`audit.action.${action.replace('.', '_')}` as `audit.action.${KnownAction}`, {
    name,
    defaultValue: '',
  });
  return known || [action, name].filter(Boolean).join(' · ');
}

/** The particulars, one line each: `role: agent → admin`. */
export function particularsOf({ details, address }: AuditEntry, t: TFunction): string[] {
  const lines = Object.entries(flat(details)).map(([key, value]) => {
    const told = said(value, OF_THE_SERVER.has(key) ? inWords(t) : readable, t);
    return key ? `${labelOf(key, t)}: ${told}` : told;
  });
  return address ? [...lines, t('audit.address', { address })] : lines;
}

function labelOf(key: string, t: TFunction): string {
  return t(`audit.detail.${key}` as 'audit.detail.role', { defaultValue: key });
}

/**
 * A change written as `{from, to}` at the top is the change of the thing itself; `changes` holds one
 * for each thing that was changed.
 */
function flat(details: Record<string, unknown>): Record<string, unknown> {
  const { from, to, changes, ...rest } = details;
  const whole = from === undefined && to === undefined ? {} : { '': { from, to } };
  const each = isRecord(changes) ? changes : {};
  return { ...rest, ...each, ...whole };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Details whose values are words of the server's; others were chosen by people. */
const OF_THE_SERVER: ReadonlySet<string> = new Set(['state', 'connection', 'recording']);

type KnownValue = keyof typeof en.audit.value;
type Read = (text: string) => string;

/** A word of the server's in the reader's language, where there is one. */
const inWords =
  (t: TFunction): Read =>
  (text) =>
    t(`audit.value.${text as KnownValue}`, { defaultValue: text });

/** A phone number as one reads it; anything else as it is. */
const readable: Read = (text) => (/^\+\d{6,15}$/.test(text) ? phoneNumber(text) : text);

function said(value: unknown, read: Read, t: TFunction): string {
  const role = ROLES.find((one) => one === value);
  if (role) return t(`role.as.${role}`);
  if (Array.isArray(value)) return value.map((one) => said(one, read, t)).join(', ');
  if (typeof value !== 'object' || value === null) return read(String(value ?? '') || '–');
  if ('from' in value && 'to' in value) {
    return `${said(value.from, read, t)} → ${said(value.to, read, t)}`;
  }
  return JSON.stringify(value);
}
