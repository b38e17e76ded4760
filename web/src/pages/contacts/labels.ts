import type { TFunction } from 'i18next';
import type en from '../../i18n/en.json';

type KnownLabel = keyof typeof en.contacts.label;

/** Labels that imports and our own suggestions write; everything else is a word of the reader's. */
const KNOWN: readonly KnownLabel[] = ['mobile', 'work', 'home', 'main'];

/** What a phone is called on screen. */
export function labelOf(label: string, t: TFunction): string {
  const known = KNOWN.find((one) => one === label.toLowerCase());
  return known ? t(`contacts.label.${known}`) : label;
}

/** What is kept of a label that was written in the reader's language. */
export function labelFrom(written: string, t: TFunction): string {
  const word = written.trim();
  const known = KNOWN.find(
    (one) => t(`contacts.label.${one}`).toLowerCase() === word.toLowerCase() || one === word,
  );
  return known ?? word;
}

export const suggestedLabels = (t: TFunction): string[] =>
  KNOWN.map((one) => t(`contacts.label.${one}`));
