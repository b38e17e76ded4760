import type { Call } from '../api/types';

/** The stages in which a member's own call stands. */
const MINE: ReadonlySet<Call['stage']> = new Set([
  'claimed',
  'awaiting-agent',
  'dialing',
  'talking',
]);

const NONE: readonly Call[] = [];

/** Calls that ring for this member, the longest waiting first. */
export function offersTo(calls: readonly Call[], memberId: string): readonly Call[] {
  const offers = calls.filter(
    (call) =>
      call.stage === 'offered' &&
      call.offeredTo.includes(memberId) &&
      !call.declinedBy.includes(memberId),
  );
  if (offers.length === 0) return NONE;
  return offers.sort(
    (a, b) =>
      (a.offeredAt ?? a.createdAt).localeCompare(b.offeredAt ?? b.createdAt) ||
      a.id.localeCompare(b.id),
  );
}

/** The call that this member is in; the newest, should the server ever know two. */
export function callOf(calls: readonly Call[], memberId: string): Call | null {
  let found: Call | null = null;
  for (const call of calls) {
    const mine = call.memberId === memberId && MINE.has(call.stage);
    if (mine && (found === null || call.createdAt > found.createdAt)) found = call;
  }
  return found;
}

/** Whether the member's leg is a browser, not a phone of theirs. */
export const isByBrowser = (call: Call): boolean => call.via !== 'phone';

/** Whether the server would let this member's browser in, or take it back. */
export const isJoinable = (call: Call, memberId: string): boolean =>
  call.memberId === memberId && MINE.has(call.stage) && isByBrowser(call);

/** The former list where the new one says the same, so that whoever shows it is not drawn again. */
export function stable<T>(former: readonly T[], next: readonly T[]): readonly T[] {
  const same = former.length === next.length && next.every((item, index) => item === former[index]);
  return same ? former : next;
}
