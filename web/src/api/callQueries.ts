import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer, api } from './client';
import { allPages, LARGEST_PAGE } from './pages';
import { keys } from './queries';
import type { CallViewFilter } from './types';

/**
 * Calls are whole as the server says them, and those of which nothing was said are the same objects as before. To
 * look for what is equal in them, place by place, costs time; and a call that comes first has moved all others by one
 * place, so that they were made anew, and drawn anew.
 */
const AS_WRITTEN = { structuralSharing: false } as const;

/** Every call that is not over; the socket keeps it true. */
export const liveCallsQuery = (workspaceId: string) =>
  queryOptions({
    queryKey: keys.liveCalls(workspaceId),
    queryFn: ({ signal }) =>
      allPages((cursor) =>
        answer(
          api.GET('/api/calls', {
            params: { query: { live: true, cursor, limit: LARGEST_PAGE } },
            signal,
          }),
        ),
      ),
    staleTime: Number.POSITIVE_INFINITY,
    ...AS_WRITTEN,
  });

export type CallFilter = Omit<CallViewFilter, 'days'> & {
  /** Exactly this number's, in E.164. */
  customer?: string | undefined;
  since?: string | undefined;
  until?: string | undefined;
};

/** The history, newest first; `total` stands on its first page. */
export const callsQuery = (workspaceId: string, filter: CallFilter = {}, limit = 100) =>
  infiniteQueryOptions({
    queryKey: [...keys.callLists(workspaceId), filter, limit],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET('/api/calls', {
          params: { query: { ...filter, cursor: pageParam ?? undefined, limit } },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    refetchOnWindowFocus: false, // thousands may be loaded
    staleTime: Number.POSITIVE_INFINITY, // the socket says when there are newer ones: pages/calls/useNewest.ts
    ...AS_WRITTEN,
  });

export const callQuery = (workspaceId: string, callId: string) =>
  queryOptions({
    queryKey: keys.call(workspaceId, callId),
    queryFn: ({ signal }) =>
      answer(api.GET('/api/calls/{callId}', { params: { path: { callId } }, signal })),
  });

export const inspectionQuery = (workspaceId: string, callId: string) =>
  queryOptions({
    queryKey: keys.inspection(workspaceId, callId),
    queryFn: ({ signal }) =>
      answer(api.GET('/api/calls/{callId}/inspection', { params: { path: { callId } }, signal })),
  });

export const callViewsQuery = (workspaceId: string) =>
  queryOptions({
    queryKey: keys.callViews(workspaceId),
    queryFn: ({ signal }) => answer(api.GET('/api/call-views', { signal })),
    staleTime: Number.POSITIVE_INFINITY,
  });

export const callSettingsQuery = (workspaceId: string) =>
  queryOptions({
    queryKey: keys.callSettings(workspaceId),
    queryFn: ({ signal }) => answer(api.GET('/api/call-settings', { signal })),
  });

export const blockedCallersQuery = (workspaceId: string) =>
  queryOptions({
    queryKey: keys.blockedCallers(workspaceId),
    queryFn: async ({ signal }) => answer(api.GET('/api/blocked-callers', { signal })),
  });

/** The phone that a member is rung on without a headset. */
export const memberPhoneQuery = (workspaceId: string, memberId: string) =>
  queryOptions({
    queryKey: keys.memberPhone(workspaceId, memberId),
    queryFn: ({ signal }) =>
      answer(api.GET('/api/members/{memberId}/phone', { params: { path: { memberId } }, signal })),
  });
