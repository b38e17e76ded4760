import type { TFunction } from 'i18next';
import type { TwilioCheck, TwilioDifference } from '../../api/types';
import { phoneNumber } from '../../ui/phoneNumber';
import { hostOf } from './address';

/** Differences that repairing all does not touch: somebody has to say so, or nothing helps. */
const NOT_BY_REPAIR = new Set<TwilioDifference['aspect']>(['released', 'elsewhere', 'trunk']);

/** How many numbers the button that repairs all would set right. */
export function repairable(check: TwilioCheck): number {
  const ids = check.differences
    .filter(({ subject, aspect }) => subject === 'number' && !NOT_BY_REPAIR.has(aspect))
    .map(({ numberId, phoneNumber: number }) => numberId ?? number);
  return new Set(ids).size;
}

/** Of everything but the numbers, which have a table of their own. */
export const ofTheAccount = (check: TwilioCheck): TwilioDifference[] =>
  check.differences.filter(({ subject }) => subject !== 'number');

const host = (address: string | null): string => (address ? hostOf(address) : '–');

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
      return aspect === 'unreachable'
        ? t('twilio.found.unreachable', { wanted: host(wanted) })
        : t('twilio.found.changed', { found: host(found), wanted: host(wanted) });
    case 'account':
      return aspect === 'suspended' || aspect === 'closed'
        ? t(`twilio.found.${aspect}`)
        : t('twilio.found.account', { found: found ?? '–' });
  }
}
