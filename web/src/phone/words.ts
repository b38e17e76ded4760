import type { TFunction } from 'i18next';
import type { Call } from '../api/types';
import { phoneNumber } from '../ui/phoneNumber';

/** Of a call or a text: between whom it is, and who began. */
export type Ends = Pick<Call, 'direction' | 'from' | 'to'>;

/** The customer's end, as Twilio says it. */
export const customerOf = ({ direction, from, to }: Ends): string =>
  direction === 'inbound' ? from : to;

/** Our end. */
export const oursOf = ({ direction, from, to }: Ends): string =>
  direction === 'inbound' ? to : from;

/** A number to which nobody gave a name has itself for one. */
const UNNAMED = /^\+\d+$/;

/** Our end by its name, where it is known; else the number itself. */
export function nameOfOurs(one: Ends, name: string | undefined): string {
  const said = name || oursOf(one);
  return UNNAMED.test(said) ? phoneNumber(said) : said;
}

/** Who is at the other end, as well as it is known. */
export const nameOf = (call: Call): string =>
  call.contactName ?? call.callerName ?? phoneNumber(customerOf(call));

/** Milliseconds as a clock, `12:41`. */
export function clock(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** Who hung up is plain to whoever was there. */
const PLAIN: ReadonlySet<string> = new Set(['agent-left', 'hung-up']);

/** What became of a call, as a sentence. */
export function endingOf(call: Call, t: TFunction): string {
  const reason = call.endReason;
  if (reason === null || PLAIN.has(reason)) return t('softphone.ended.ended');
  const cast = { customer: nameOf(call), agent: call.memberName ?? '' };
  const why = t(`call.endReason.${reason}` as 'call.endReason.lost', { ...cast, defaultValue: '' });
  if (why === '') return t('softphone.ended.ended');
  const sentence = `${why.charAt(0).toLocaleUpperCase()}${why.slice(1)}`;
  const code = reason === 'cannot-be-reached' ? call.errorCode : null;
  return code ? t('softphone.ended.withCode', { sentence, code }) : sentence;
}
