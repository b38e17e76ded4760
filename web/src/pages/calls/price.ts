import i18next from 'i18next';
import type { Call } from '../../api/types';

/** What Twilio charged, in the reader's writing; undefined until it is known. Fractions of a cent count here. */
export function priceOf({ price, priceUnit }: Call): string | undefined {
  if (price === null || priceUnit === null) return undefined;
  const amount = Math.abs(Number(price)); // Twilio says what it takes as a negative number
  try {
    return new Intl.NumberFormat(i18next.language, {
      style: 'currency',
      currency: priceUnit,
      minimumFractionDigits: 2,
      maximumFractionDigits: 4,
    }).format(amount);
  } catch {
    return `${amount} ${priceUnit}`;
  }
}
