import type { TFunction } from 'i18next';
import type { Message } from '../../api/types';
import type en from '../../i18n/en.json';

type KnownStatus = keyof typeof en.message.status;
type KnownFault = Exclude<keyof typeof en.message.fault, 'other'>;

const NOT_DELIVERED = new Set(['undelivered', 'failed']);

/** Whether a text that was sent did not arrive. */
export const isLost = ({ direction, status }: Message): boolean =>
  direction === 'outbound' && NOT_DELIVERED.has(status);

/** How a sent text is, in a word; a word of Twilio's that the desk does not know says nothing. */
export function statusOf({ direction, status }: Message, t: TFunction): string | undefined {
  if (direction === 'inbound') return undefined;
  return t(`message.status.${status as KnownStatus}`, { defaultValue: '' }) || undefined;
}

/** Why a text did not arrive, as a sentence; codes that the desk does not know stand in one. */
export function faultOf({ errorCode }: Message, t: TFunction): string | undefined {
  if (errorCode === null) return undefined;
  const known = t(`message.fault.${errorCode}` as `message.fault.${KnownFault}`, {
    defaultValue: '',
  });
  return known || t('message.fault.other', { code: errorCode });
}
