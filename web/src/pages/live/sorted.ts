import type { Call, Member } from '../../api/types';
import { type JackState, jackOfPresence } from '../../ui/Jack';

/** Calls that wait for one of us, the longest first; and the others, the longest first too. */
export function sorted(calls: readonly Call[]): { waiting: Call[]; running: Call[] } {
  const open = calls.filter(({ endedAt }) => endedAt === null);
  const since = ({ createdAt }: Call) => Date.parse(createdAt);
  const byAge = [...open].sort((a, b) => since(a) - since(b));
  return {
    waiting: byAge.filter(({ stage }) => stage === 'offered' || stage === 'unanswered'),
    running: byAge.filter(({ stage }) => stage !== 'offered' && stage !== 'unanswered'),
  };
}

/** What a member does just now: what their calls say comes before what they chose. */
export interface Doing {
  jack: JackState;
  word: 'ringing' | 'call' | Member['presence']['status'];
  /** Since when. */
  at: string;
}

export function doing(member: Member, calls: readonly Call[]): Doing {
  const mine = calls.find((call) => call.memberId === member.id && call.endedAt === null);
  if (mine) return { jack: 'busy', word: 'call', at: mine.answeredAt ?? mine.createdAt };
  const offer = calls.find((call) => call.stage === 'offered' && rings(call, member));
  if (offer) return { jack: 'ringing', word: 'ringing', at: offer.offeredAt ?? offer.createdAt };
  const { status, since } = member.presence;
  return { jack: jackOfPresence(status), word: status, at: since };
}

/** Of a call that rings on very many desks not all are named: it rings where somebody is available. */
function rings(call: Call, member: Member): boolean {
  const named = call.offeredTo.includes(member.id);
  const unnamed = (call.offeredToMore ?? 0) > 0 && member.presence.status === 'available';
  return (named || unnamed) && !call.declinedBy.includes(member.id);
}
