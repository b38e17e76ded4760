import type { TFunction } from 'i18next';
import type { ContactPhone } from '../../api/types';
import { phoneNumber } from '../../ui/phoneNumber';
import { labelFrom, labelOf } from './labels';

/** A phone as it is being written. */
export interface PhoneRow {
  /** Stays while rows above it go. */
  key: number;
  number: string;
  label: string;
}

export const MOST_PHONES = 10;

let keys = 0;
export const emptyRow = (number = ''): PhoneRow => ({ key: keys++, number, label: '' });

/** What the fields show at first: every phone as one reads it, or an empty row. */
export function rowsOf(phones: readonly ContactPhone[], t: TFunction): PhoneRow[] {
  if (phones.length === 0) return [emptyRow()];
  return phones.map(({ phoneNumber: number, label }) => ({
    ...emptyRow(phoneNumber(number)),
    label: labelOf(label, t),
  }));
}

/** Rows with a number; a refusal names them by their place, so the others go before they are sent. */
export const writtenRows = (rows: readonly PhoneRow[]): PhoneRow[] =>
  rows.filter(({ number }) => number.trim() !== '');

export const phonesFrom = (rows: readonly PhoneRow[], t: TFunction): ContactPhone[] =>
  rows.map(({ number, label }) => ({ phoneNumber: number.trim(), label: labelFrom(label, t) }));
