import { infiniteQueryOptions, type QueryKey, queryOptions } from '@tanstack/react-query';
import { answer, api } from './client';
import { allPages, LARGEST_PAGE } from './pages';
import { keys } from './queries';

/** The Twilio account, what is being done to it and how it was found; the socket keeps it true. */
export const twilioQuery = (workspaceId: string) =>
  queryOptions({
    queryKey: keys.twilio(workspaceId),
    queryFn: ({ signal }) => answer(api.GET('/api/twilio/configuration', { signal })),
    staleTime: Number.POSITIVE_INFINITY,
  });

export const checksQuery = (workspaceId: string) =>
  infiniteQueryOptions({
    queryKey: keys.twilioChecks(workspaceId),
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET('/api/twilio/checks', {
          params: { query: { cursor: pageParam ?? undefined, limit: 50 } },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

export const deliveriesQuery = (workspaceId: string) =>
  queryOptions({
    queryKey: keys.twilioDeliveries(workspaceId),
    queryFn: ({ signal }) => answer(api.GET('/api/twilio/deliveries', { signal })),
    staleTime: 30_000, // no event tells of a rejected delivery
  });

export interface NumberFilter {
  /** Only those that need somebody. */
  attention?: true | undefined;
}

export const numbersQuery = (workspaceId: string, filter: NumberFilter = {}) =>
  infiniteQueryOptions({
    queryKey: keys.numberList(workspaceId, filter),
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET('/api/numbers', {
          params: { query: { ...filter, cursor: pageParam ?? undefined, limit: 100 } },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    staleTime: 30_000, // no event tells of the last delivery to a number
    refetchOnWindowFocus: false, // thousands may be loaded
  });

/** Every number at once, for choosing among them. */
export const allNumbersQuery = (workspaceId: string) =>
  queryOptions({
    queryKey: keys.allNumbers(workspaceId),
    queryFn: ({ signal }) =>
      allPages((cursor) =>
        answer(
          api.GET('/api/numbers', { params: { query: { cursor, limit: LARGEST_PAGE } }, signal }),
        ),
      ),
    staleTime: Number.POSITIVE_INFINITY,
  });

export const callerIdQuery = (workspaceId: string, memberId: string) =>
  queryOptions({
    queryKey: keys.callerId(workspaceId, memberId),
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/members/{memberId}/caller-id', { params: { path: { memberId } }, signal }),
      ),
  });

export const messagesQuery = (workspaceId: string) => textsQuery(keys.messages(workspaceId), 100);

/** The texts from and to these numbers, which are one customer's. */
export const messagesWithQuery = (workspaceId: string, numbers: readonly string[], limit: number) =>
  textsQuery(keys.messagesWith(workspaceId, numbers), limit, [...numbers]);

const textsQuery = (queryKey: QueryKey, limit: number, customer?: string[]) =>
  infiniteQueryOptions({
    queryKey,
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET('/api/messages', {
          params: { query: { customer, cursor: pageParam ?? undefined, limit } },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    staleTime: Number.POSITIVE_INFINITY,
  });

/** The checklist between Twilio and this server, gone through anew each time that it is read. */
export const diagnosticsQuery = (workspaceId: string) =>
  queryOptions({
    queryKey: keys.diagnostics(workspaceId),
    queryFn: ({ signal }) => answer(api.POST('/api/twilio/diagnostics', { signal })),
    gcTime: 0,
    retry: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
