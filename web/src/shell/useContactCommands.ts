import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { answer, api } from '../api/client';
import { keys } from '../api/queries';
import { called } from '../pages/contacts/called';
import { useSession } from '../session/SessionContext';
import { phoneNumber } from '../ui/phoneNumber';
import type { Command } from './commands';

const LEAST_LETTERS = 2;
const TYPING_MS = 150;
const MOST = 6;

/** The contacts that the server finds by what is typed; none before two letters. */
export function useContactCommands(query: string): Command[] {
  const navigate = useNavigate();
  const { workspace, can } = useSession();
  const [typed] = useDebouncedValue(query.trim(), TYPING_MS);
  const text = query.trim() === '' ? '' : typed;
  const { data } = useQuery({
    queryKey: [...keys.contacts(workspace.id), 'palette', text],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/contacts', { params: { query: { text, limit: MOST } }, signal })),
    enabled: text.length >= LEAST_LETTERS && can('contacts.read'),
    staleTime: 30_000,
    // While typing goes on, the last ones stay; without text there are none.
    placeholderData: (before) => (text.length >= LEAST_LETTERS ? before : undefined),
  });
  return useMemo(
    () =>
      (text.length >= LEAST_LETTERS ? (data?.items ?? []) : []).map((contact) => ({
        id: `contact ${contact.id}`,
        title: called(contact),
        detail: [contact.company, contact.phones[0] && phoneNumber(contact.phones[0].phoneNumber)]
          .filter((part) => part && part !== called(contact))
          .join(' · '),
        group: 'contacts',
        icon: 'contacts',
        run: () => void navigate({ to: '/contacts/$contactId', params: { contactId: contact.id } }),
      })),
    [data, text, navigate],
  );
}
