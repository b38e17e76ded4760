import type { TFunction } from 'i18next';
import type { CallDetail, CallLeg, CallMoment } from '../../api/types';
import { timeOf } from '../../i18n/format';
import type { JackState } from '../../ui/Jack';
import { phoneNumber } from '../../ui/phoneNumber';
import { whoOf } from './words';

/** Everybody in a call, by what people call them. */
export interface Cast {
  customer: string;
  /** Who has the call; undefined while nobody has. */
  agent: string | undefined;
  ours: string;
  leg(id: string | null): string | undefined;
}

export function castOf(
  { call, legs }: Pick<CallDetail, 'call' | 'legs'>,
  ours: string,
  memberName: (id: string) => string | undefined,
  t: TFunction,
): Cast {
  const customer = whoOf(call, t);
  const agent = call.memberName ?? undefined;
  const nameOfLeg = (leg: CallLeg): string | undefined => {
    if (leg.kind === 'customer') return customer;
    if (leg.kind === 'third-party') return phoneNumber(leg.address);
    return (leg.memberId ? memberName(leg.memberId) : undefined) ?? agent;
  };
  const names = new Map(legs.map((leg) => [leg.id, nameOfLeg(leg)]));
  return { customer, agent, ours, leg: (id) => (id === null ? undefined : names.get(id)) };
}

/** What happened, as a sentence; what the desk does not know is still readable. */
export function sentenceOf(moment: CallMoment, cast: Cast, t: TFunction): string {
  const { type, decided, legId } = moment;
  const names = {
    customer: cast.customer,
    ours: cast.ours,
    agent: cast.agent ?? t('call.somebody'),
    who: cast.leg(legId) ?? t('call.somebody'),
  };
  const sentence = t(`call.moment.${keyOf(type, decided)}` as 'call.moment.room.joined', {
    ...names,
    defaultValue: '',
  });
  return begun(sentence || t('call.unknownMoment', { what: type.replace(/[.-]/g, ' ') }));
}

/** The same type may mean two things, by what followed. */
function keyOf(type: string, decided: readonly string[]): string {
  const has = (word: string) => decided.some((one) => one.startsWith(word));
  if (type === 'timer')
    return decided.some((one) => one.endsWith('→ unanswered')) ? 'timer.unanswered' : 'timer.other';
  if (type === 'call.accept') {
    if (has('reply Yours')) return 'call.accept';
    return has('reply Taken') ? 'call.acceptTaken' : 'call.acceptLate';
  }
  if (type === 'agent.came') return has('reply EnterRoom') ? 'agent.came' : 'agent.refused';
  return type;
}

const begun = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What only matters to whoever looks for a fault: the Events tab has it, the story leaves it out. */
const BACKSTAGE: ReadonlySet<string> = new Set([
  'agent.came',
  'leg.queued',
  'leg.initiated',
  'leg.ring',
  'leg.dialed',
  'leg.seen',
  'leg.hang-up',
  'leg.redirect',
  'leg.told',
  'leg.in-progress',
  'leg.completed',
  'leg.whisper',
  'room.started',
  'room.ended',
  'room.joined',
  'room.left',
  'room.seen',
  'recording.processing',
  'recording.stopped',
]);

/**
 * The moments that tell what happened to the people in a call.
 *
 * @param endReason why it ended, which is told by itself ({@link endOf}): what was pressed for it is not told again
 */
export const storyOf = (
  moments: readonly CallMoment[],
  endReason: string | null = null,
): CallMoment[] =>
  moments.filter(
    ({ type, decided }) =>
      !BACKSTAGE.has(type) &&
      !(type === 'call.hang-up' && endReason === 'hung-up') &&
      !(type === 'timer' && keyOf(type, decided) === 'timer.other') &&
      !(type.startsWith('room.') && decided.length === 0),
  );

/** What followed, in words; what only the program itself needs is left out. */
export function followedOf({ decided }: CallMoment, cast: Cast, t: TFunction): string[] {
  return decided.map((word) => followed(word, cast, t)).filter((word) => word !== '');
}

function followed(word: string, cast: Cast, t: TFunction): string {
  if (word.startsWith('tell ')) return '';
  const timer = /^(?:ringing-over|agent-due:\d+|leg-due:\S+) at (\S+)$/.exec(word);
  if (timer?.[1]) return t('call.followed.timer', { time: timeOf(timer[1], true) });
  const offer = /^offer to (\d+)$/.exec(word);
  if (offer) return t('call.followed.offer', { count: Number(offer[1]) });
  const reply = /^reply (\w+)$/.exec(word);
  if (reply)
    return t(`call.followed.reply.${reply[1]}` as 'call.followed.reply.Say', {
      defaultValue: word,
    });
  const [act, leg = ''] = word.split(':');
  const named = t(`call.followed.act.${act}` as 'call.followed.act.ring', {
    who: cast.leg(leg) ?? t('call.somebody'),
    defaultValue: '',
  });
  return named || stage(word, t);
}

function stage(word: string, t: TFunction): string {
  const now = word.split(' → ').pop() ?? word;
  const name = t(`call.stage.${now}` as 'call.stage.ended', { defaultValue: '' });
  return name ? t('call.followed.stage', { stage: name }) : word;
}

/** The jack beside a moment. */
export function jackOf({ type, decided }: CallMoment): JackState {
  if (type.startsWith('recording.')) return type === 'recording.in-progress' ? 'recording' : 'off';
  if (type === 'call.incoming' || type === 'call.placed' || type === 'leg.ringing')
    return 'ringing';
  if (decided.some((word) => word.endsWith('→ talking')) || type === 'call.accept') return 'busy';
  if (type === 'leg.answered' || type === 'agent.came' || type === 'leg.in-progress') return 'busy';
  return /completed|left|ended|hang-up|unanswered|no-answer|busy|failed|canceled|decline/.test(type)
    ? 'away'
    : 'off';
}

/** When and why it ended; undefined while it goes on. */
export function endOf(
  { call }: Pick<CallDetail, 'call'>,
  cast: Cast,
  t: TFunction,
): { at: string; text: string } | undefined {
  if (call.endedAt === null) return undefined;
  const known = t(`call.endReason.${call.endReason ?? 'none'}` as 'call.endReason.lost', {
    customer: cast.customer,
    agent: cast.agent ?? t('call.somebody'),
    defaultValue: '',
  });
  return { at: call.endedAt, text: begun(known || t('call.stage.ended')) };
}
