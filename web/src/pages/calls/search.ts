import type { CallViewFilter } from '../../api/types';

export const OUTCOMES = ['answered', 'missed', 'abandoned', 'voicemail', 'failed'] as const;
const DIRECTIONS = ['inbound', 'outbound'] as const;

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value.slice(0, 100) : undefined;

const oneOf = <Word extends string>(words: readonly Word[], value: unknown): Word | undefined =>
  words.find((word) => word === value);

/** The filter of the history as it stands in the address; what it does not know it leaves out. */
export function callSearch(search: Record<string, unknown>): CallViewFilter {
  const days = Number(search.days);
  const filter = {
    numberId: text(search.numberId),
    memberId: text(search.memberId),
    contactId: text(search.contactId),
    direction: oneOf(DIRECTIONS, search.direction),
    outcome: oneOf(OUTCOMES, search.outcome),
    days: Number.isInteger(days) && days >= 1 && days <= 366 ? days : undefined,
    text: text(search.text),
  };
  return Object.fromEntries(
    Object.entries(filter).filter(([, value]) => value !== undefined),
  ) as CallViewFilter;
}
