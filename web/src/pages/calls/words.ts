import type { TFunction } from 'i18next';
import type { Call } from '../../api/types';
import { customerOf } from '../../phone/words';
import type { IconName } from '../../ui/icons';
import { callable } from '../../ui/PhoneLink';
import { phoneNumber } from '../../ui/phoneNumber';

export { customerOf };

/** What the customer is called, where anybody knows. */
export const nameOf = ({ contactName, callerName }: Call): string | undefined =>
  contactName || callerName || undefined;

/** The customer's name, else their number, else that they hide it. */
export function whoOf(call: Call, t: TFunction): string {
  const number = customerOf(call);
  return nameOf(call) ?? (callable(number) ? phoneNumber(number) : hidden(number, t));
}

/** Callers without a number: Twilio says `anonymous`, `+266696687` and the like, SIP users a name. */
function hidden(number: string, t: TFunction): string {
  return number === '' || /^(anonymous|restricted|unavailable|unknown)$/i.test(number)
    ? t('call.hiddenNumber')
    : number;
}

/** Whether somebody called and nobody spoke to them. */
export const isMissed = ({ direction, outcome }: Call): boolean =>
  direction === 'inbound' && (outcome === 'missed' || outcome === 'abandoned');

export function iconOf(call: Call): IconName {
  if (call.outcome === 'voicemail') return 'voicemail';
  if (isMissed(call)) return 'callMissed';
  return call.direction === 'inbound' ? 'callIn' : 'callOut';
}

/** The icon as a word. */
export function kindOf(call: Call, t: TFunction): string {
  if (call.outcome === 'voicemail') return t('call.outcome.voicemail');
  if (isMissed(call)) return t('call.kind.missed');
  return t(`call.kind.${call.direction}`);
}

/** Why a call came to nothing, where that says more than its outcome does. */
const TELLING: ReadonlySet<string> = new Set([
  'line-busy',
  'no-answer',
  'cannot-be-reached',
  'blocked-caller',
  'number-not-in-use',
  'nobody-available',
  'everybody-declined',
  'agent-never-came',
  'lost',
]);

/** Of a call that we have ended: the customer is not known to be off the line yet. */
const LIVE: ReadonlySet<Call['status']> = new Set(['queued', 'ringing', 'in-progress']);

export interface Ended {
  word: string;
  tone: 'plain' | 'stop' | 'wrap' | 'quiet' | 'line';
}

/** What became of a call, in a word or two. */
export function outcomeOf(call: Call, t: TFunction): Ended {
  if (call.endedAt === null) return { word: t(`call.stage.${call.stage}`), tone: 'line' };
  if (LIVE.has(call.status)) return { word: t('call.hangingUp'), tone: 'line' };
  if (call.outcome === 'voicemail') return { word: t('call.outcome.voicemail'), tone: 'wrap' };
  if (call.disposition) return { word: call.disposition, tone: 'plain' };
  const why = call.endReason;
  const word =
    why !== null && TELLING.has(why) && call.outcome !== 'answered'
      ? t(`call.short.${why}` as 'call.short.lost', { defaultValue: '' })
      : '';
  if (isMissed(call))
    return { word: word || t(`call.outcome.${call.outcome ?? 'missed'}`), tone: 'stop' };
  if (call.outcome === 'answered') return { word: t('call.outcome.answered'), tone: 'plain' };
  return { word: word || t(`call.outcome.${call.outcome ?? 'failed'}`), tone: 'quiet' };
}
