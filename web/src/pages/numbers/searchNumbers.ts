import i18next from 'i18next';
import { answer, api } from '../../api/client';
import type { NumberPrice, NumberType } from '../../api/types';

export const NUMBER_TYPES: readonly NumberType[] = ['local', 'mobile', 'toll-free', 'national'];

/** As in api/openapi.yaml, searchNumbers; both may be left empty. */
export const areaCodeFault = (value: string): string | undefined =>
  /^(\d{2,5})?$/.test(value.trim()) ? undefined : i18next.t('number.buy.areaCodeWrong');

export const containsFault = (value: string): string | undefined =>
  /^([0-9A-Za-z*]{2,16})?$/.test(value.trim()) ? undefined : i18next.t('number.buy.containsWrong');

/** What Twilio sells at this moment, and what one costs. */
export function searchNumbers(wanted: {
  country: string;
  type: NumberType;
  areaCode: string;
  contains: string;
}) {
  const { country, type } = wanted;
  const areaCode = wanted.areaCode.trim() || undefined;
  const contains = wanted.contains.trim() || undefined;
  return answer(
    api.GET('/api/numbers/available', {
      params: { query: { country, type, areaCode, contains } },
    }),
  );
}

/** `$1.15`, in the reader's way of writing money; undefined where Twilio does not say. */
export function moneyOf({ monthly, currency }: NumberPrice): string | undefined {
  if (monthly === null || currency === null) return undefined;
  return new Intl.NumberFormat(i18next.language, { style: 'currency', currency }).format(
    Number(monthly),
  );
}
