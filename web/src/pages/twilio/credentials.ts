import i18next from 'i18next';
import { required } from '../../forms/checks';

/** Twilio's shape: `AC` and 32 hexadecimal digits (https://www.twilio.com/docs/iam/api/account). */
const SID_LENGTH = 34;
const TOKEN_LENGTH = 32;

const HEX_32 = /^[0-9a-f]{32}$/i;

/** What was pasted, without the blanks and line breaks that came along. */
export const pasted = (value: string): string => value.replace(/\s+/g, '');

/** What can be told of an Account SID without asking Twilio. */
export function accountSidFault(value: string): string | undefined {
  const sid = pasted(value);
  if (sid === '') return required(sid);
  if (HEX_32.test(sid)) return i18next.t('twilio.sid.isToken');
  if (/^SK/i.test(sid)) return i18next.t('twilio.sid.isKey');
  if (!/^AC/i.test(sid)) return i18next.t('twilio.sid.startsWith');
  if (sid.length !== SID_LENGTH) {
    return i18next.t('twilio.sid.length', { count: SID_LENGTH, has: sid.length });
  }
  return HEX_32.test(sid.slice(2)) ? undefined : i18next.t('twilio.sid.letters');
}

/** What can be told of an Auth Token without asking Twilio. */
export function authTokenFault(value: string): string | undefined {
  const token = pasted(value);
  if (token === '') return required(token);
  if (/^[•●*·]+$/.test(token)) return i18next.t('twilio.token.hidden');
  if (/^AC[0-9a-f]{32}$/i.test(token)) return i18next.t('twilio.token.isSid');
  return token.length === TOKEN_LENGTH
    ? undefined
    : i18next.t('twilio.token.length', { count: TOKEN_LENGTH, has: token.length });
}
