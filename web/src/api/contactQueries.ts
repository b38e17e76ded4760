import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer, api } from './client';
import { keys } from './queries';

export interface ContactFilter {
  text?: string | undefined;
  /** Whose phone exactly this is. */
  phone?: string | undefined;
}

/** By name; `total` stands on the first page. */
export const contactsQuery = (workspaceId: string, filter: ContactFilter = {}, limit = 100) =>
  infiniteQueryOptions({
    queryKey: [...keys.contactLists(workspaceId), filter, limit],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET('/api/contacts', {
          params: { query: { ...filter, cursor: pageParam ?? undefined, limit } },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    refetchOnWindowFocus: false,
    staleTime: 30_000,
  });

export const contactQuery = (workspaceId: string, contactId: string) =>
  queryOptions({
    queryKey: keys.contact(workspaceId, contactId),
    queryFn: ({ signal }) =>
      answer(api.GET('/api/contacts/{contactId}', { params: { path: { contactId } }, signal })),
  });
