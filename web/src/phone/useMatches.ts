import { useInfiniteQuery } from '@tanstack/react-query';
import { callsQuery } from '../api/callQueries';
import { contactsQuery } from '../api/contactQueries';
import type { Call } from '../api/types';
import { useSession } from '../session/SessionContext';
import { callable } from '../ui/PhoneLink';
import { customerOf } from './words';

/** Somebody who can be called. */
export interface Match {
  /** In E.164. */
  number: string;
  contactId: string | undefined;
  name: string | undefined;
}

const MOST = 5;
const RECENT = 30;
const LEAST_LETTERS = 2;

const digitsOf = (text: string): string => text.replace(/\D/g, '');

/** My last calls, each number once, the newest first, that have what is typed in number or name. */
export function recentOf(calls: readonly Call[], text: string): Match[] {
  const digits = digitsOf(text);
  const letters = text.toLocaleLowerCase();
  const found = new Map<string, Match>();
  for (const call of calls) {
    const number = customerOf(call);
    if (found.has(number) || !callable(number)) continue;
    const name = call.contactName ?? call.callerName ?? undefined;
    const fits =
      text === '' ||
      (digits !== '' && number.includes(digits)) ||
      name?.toLocaleLowerCase().includes(letters);
    if (fits) found.set(number, { number, name, contactId: call.contactId ?? undefined });
  }
  return [...found.values()];
}

/** Whom what is typed may mean: contacts as the server finds them, then my recent numbers. */
export function useMatches(text: string): Match[] {
  const { workspace, membership, can } = useSession();
  const asked = text.length >= LEAST_LETTERS;
  const contacts = useInfiniteQuery({
    ...contactsQuery(workspace.id, { text }, MOST),
    enabled: asked && can('contacts.read'),
  });
  const calls = useInfiniteQuery({
    ...callsQuery(workspace.id, { memberId: membership.memberId }, RECENT),
    enabled: can('calls.read'),
  });
  const known = (asked ? (contacts.data?.pages[0]?.items ?? []) : []).flatMap(
    ({ id, name, phones }) =>
      phones.map(({ phoneNumber: number }): Match => ({ number, name, contactId: id })),
  );
  const recent = recentOf(calls.data?.pages[0]?.items ?? [], text).filter(
    ({ number }) => !known.some((match) => match.number === number),
  );
  return [...known, ...recent].slice(0, MOST);
}
