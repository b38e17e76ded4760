import type { Call, Message } from '../../api/types';
import { dayOf } from '../../i18n/format';

/** What was between us and somebody, at one moment. */
export type Entry = { id: string; at: string } & (
  | { kind: 'call'; call: Call }
  | { kind: 'text'; message: Message }
);

/** A list as far as it is loaded, newest first. */
export interface Loaded {
  entries: readonly Entry[];
  /** The time of the last that was loaded, shown or not: what follows is older. */
  until: number;
  more: boolean;
}

/** Of a list that has not even a first, nothing is known yet. */
const moment = (at: string | undefined): number =>
  at === undefined ? Number.POSITIVE_INFINITY : Date.parse(at);

/** Of those that run still nothing is told here. */
export const loadedCalls = (calls: readonly Call[], more: boolean): Loaded => ({
  entries: calls
    .filter(({ endedAt }) => endedAt !== null)
    .map((call) => ({ kind: 'call', id: call.id, at: call.createdAt, call })),
  until: moment(calls.at(-1)?.createdAt),
  more,
});

export const loadedTexts = (messages: readonly Message[], more: boolean): Loaded => ({
  entries: messages.map((message) => ({ kind: 'text', id: message.id, at: message.at, message })),
  until: moment(messages.at(-1)?.at),
  more,
});

/** Where a list that goes on ends so far: what follows is not known. */
const end = ({ until, more }: Loaded): number => (more ? until : Number.NEGATIVE_INFINITY);

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
    .filter((entry) => moment(entry.at) >= from)
    .sort((one, other) => moment(other.at) - moment(one.at));
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
