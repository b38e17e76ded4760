import type { TFunction } from 'i18next';
import type { TwilioCheck, TwilioDifference } from '../../api/types';
import { phoneNumber } from '../../ui/phoneNumber';
import { hostOf } from './address';
import { shortSid } from './run';

/** Differences that repairing all does not touch: somebody has to say so, or nothing helps. */
const NOT_BY_REPAIR = new Set<TwilioDifference['aspect']>(['released', 'elsewhere', 'trunk']);

/** How many numbers the button that repairs all would set right. */
export function repairable(check: TwilioCheck): number {
  const ids = check.differences
    .filter(({ subject, aspect }) => subject === 'number' && !NOT_BY_REPAIR.has(aspect))
    .map(({ numberId, phoneNumber: number }) => numberId ?? number);
  return new Set(ids).size;
}

/** Whether repairing changes anything about it: an account, or a proxy, is mended elsewhere. */
export function mendable({ subject, aspect, wanted }: TwilioDifference): boolean {
  if (subject === 'account' || aspect === 'unreachable') return false;
  return subject !== 'public-url' || wanted !== null;
}

/** Of everything but the numbers, which have a table of their own. */
export const ofTheAccount = (check: TwilioCheck): TwilioDifference[] =>
  check.differences.filter(({ subject }) => subject !== 'number');

/** Numbers that are no longer on the account: nothing to mend, and good to know. */
export const releasedAtTwilio = (check: TwilioCheck): string[] =>
  check.differences
    .filter(({ subject, aspect }) => subject === 'number' && aspect === 'released')
    .map(({ phoneNumber: number }) => (number ? phoneNumber(number) : '–'));

const host = (address: string | null): string => (address ? hostOf(address) : '–');

/** With what came instead of an answer, where the server says it. */
function unreachable({ wanted, found }: TwilioDifference, t: TFunction): string {
  return [t('twilio.found.unreachable', { wanted: host(wanted) }), found].filter(Boolean).join(' ');
}

/** What stands at Twilio, or should: an address as it is, a SID with what it is the SID of. */
export function shownValue(value: string | null, t: TFunction): string {
  if (value === null) return t('twilio.row.nothing');
  if (/^AP[0-9a-f]{32}$/i.test(value)) return t('twilio.value.app', { sid: shortSid(value) });
  if (/^TK[0-9a-f]{32}$/i.test(value)) return t('twilio.value.trunk', { sid: shortSid(value) });
  return value;
}

/** A difference as a sentence, or a line of a list where it is a number's. */
export function sayingOfDifference(difference: TwilioDifference, t: TFunction): string {
  const { subject, aspect, wanted, found, phoneNumber: number } = difference;
  switch (subject) {
    case 'number':
      return t('twilio.found.number', {
        number: number ? phoneNumber(number) : '–',
        aspect: t(`aspect.${aspect}`),
      });
    case 'key':
      return t('twilio.found.key');
    case 'app':
      return aspect === 'missing'
        ? t('twilio.found.appMissing')
        : t('twilio.found.app', { aspect: t(`aspect.${aspect}`) });
    case 'public-url':
      if (aspect === 'unreachable') return unreachable(difference, t);
      return wanted === null
        ? t('twilio.found.noAddress')
        : t('twilio.found.changed', { found: host(found), wanted: host(wanted) });
    case 'account':
      return aspect === 'suspended' || aspect === 'closed'
        ? t(`twilio.found.${aspect}`)
        : t('twilio.found.account', { found: found ?? '–' });
  }
}
