import type { Call, Message } from '../../api/types';
import { dayOf } from '../../i18n/format';

/** What was between us and somebody, at one moment. */
export type Entry = { id: string; at: string } & (
  | { kind: 'call'; call: Call }
  | { kind: 'text'; message: Message }
);

/** A list's entries as far as they are loaded, newest first. */
export interface Loaded {
  entries: readonly Entry[];
  more: boolean;
}

export const ofCall = (call: Call): Entry => ({
  kind: 'call',
  id: call.id,
  at: call.createdAt,
  call,
});

export const ofMessage = (message: Message): Entry => ({
  kind: 'text',
  id: message.id,
  at: message.at,
  message,
});

const time = ({ at }: Entry): number => Date.parse(at);

/** Where a list that goes on ends so far: what follows is not known. */
function end({ entries, more }: Loaded): number {
  const last = entries.at(-1);
  return more && last ? time(last) : Number.NEGATIVE_INFINITY;
}

const horizon = (lists: readonly Loaded[]): number =>
  Math.max(Number.NEGATIVE_INFINITY, ...lists.map(end));

/**
 * What several lists have, by time, newest first. Nothing is shown from behind the end of one that goes on: what
 * follows there may belong before it.
 */
export function merged(lists: readonly Loaded[]): Entry[] {
  const from = horizon(lists);
  return lists
    .flatMap(({ entries }) => entries)
    .filter((entry) => time(entry) >= from)
    .sort((one, other) => time(other) - time(one));
}

/** Whether more of this list has to be loaded before anything more can be shown. */
export const holdsUp = (list: Loaded, lists: readonly Loaded[]): boolean =>
  list.more && end(list) === horizon(lists);

/** Entries of one day, in the order in which they came. */
export function byDay(entries: readonly Entry[]): { day: string; entries: Entry[] }[] {
  const days: { day: string; entries: Entry[] }[] = [];
  for (const entry of entries) {
    const day = dayOf(entry.at);
    const last = days[days.length - 1];
    if (last?.day === day) last.entries.push(entry);
    else days.push({ day, entries: [entry] });
  }
  return days;
}
