import type { TFunction } from 'i18next';
import type { TwilioDeliveries } from '../../api/types';
import { hostOf } from './address';

export type Rejected = TwilioDeliveries['rejected'][number];

/** Why a delivery was refused, as a sentence. */
export function reasonOf({ reason, deliveredTo, accountSid }: Rejected, t: TFunction): string {
  switch (reason) {
    case 'wrong-url':
      return t('twilio.reason.wrong-url', {
        address: deliveredTo ? hostOf(deliveredTo) : t('twilio.reason.anotherAddress'),
      });
    case 'unknown-account':
      return t('twilio.reason.unknown-account', {
        account: accountSid ?? t('twilio.reason.unnamed'),
      });
    default:
      return t(`twilio.reason.${reason}`);
  }
}
