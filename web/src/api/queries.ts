import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer, api } from './client';
import { allPages, LARGEST_PAGE } from './pages';
import { ProblemError } from './problem';
import type { Member, Session } from './types';

/** Everything under this key belongs to one workspace and goes when another is chosen. */
export const workspaceKey = (workspaceId: string) => ['workspace', workspaceId] as const;

export const keys = {
  instance: ['instance'] as const,
  session: ['session'] as const,
  openSessions: ['sessions'] as const,
  members: (id: string) => [...workspaceKey(id), 'members'] as const,
  invitations: (id: string) => [...workspaceKey(id), 'invitations'] as const,
  apiKeys: (id: string) => [...workspaceKey(id), 'api-keys'] as const,
  audit: (id: string) => [...workspaceKey(id), 'audit'] as const,
  twilio: (id: string) => [...workspaceKey(id), 'twilio'] as const,
  twilioChecks: (id: string) => [...workspaceKey(id), 'twilio-checks'] as const,
  twilioDeliveries: (id: string) => [...workspaceKey(id), 'twilio-deliveries'] as const,
  diagnostics: (id: string) => [...workspaceKey(id), 'diagnostics'] as const,
  /** Everything that is read of numbers. */
  numbers: (id: string) => [...workspaceKey(id), 'numbers'] as const,
  numberList: (id: string, filter: object) => [...keys.numbers(id), 'list', filter] as const,
  allNumbers: (id: string) => [...keys.numbers(id), 'all'] as const,
  callerId: (id: string, memberId: string) => [...keys.numbers(id), 'caller', memberId] as const,
  memberPhone: (id: string, memberId: string) => [...keys.members(id), 'phone', memberId] as const,
  /** Everything that is read of calls. */
  calls: (id: string) => [...workspaceKey(id), 'calls'] as const,
  liveCalls: (id: string) => [...keys.calls(id), 'live'] as const,
  callLists: (id: string) => [...keys.calls(id), 'list'] as const,
  /** The details of those that were opened. */
  oneCalls: (id: string) => [...keys.calls(id), 'one'] as const,
  call: (id: string, callId: string) => [...keys.oneCalls(id), callId] as const,
  inspection: (id: string, callId: string) => [...keys.calls(id), 'inspection', callId] as const,
  callViews: (id: string) => [...workspaceKey(id), 'call-views'] as const,
  blockedCallers: (id: string) => [...workspaceKey(id), 'blocked-callers'] as const,
  callSettings: (id: string) => [...workspaceKey(id), 'call-settings'] as const,
  /** Everything that is read of contacts. */
  contacts: (id: string) => [...workspaceKey(id), 'contacts'] as const,
  contactLists: (id: string) => [...keys.contacts(id), 'list'] as const,
  contact: (id: string, contactId: string) => [...keys.contacts(id), 'one', contactId] as const,
  messages: (id: string) => [...workspaceKey(id), 'messages'] as const,
  /** Those with one customer, who may have several numbers. */
  messagesWith: (id: string, numbers: readonly string[]) =>
    [...keys.messages(id), 'with', numbers] as const,
};

export const instanceQuery = queryOptions({
  queryKey: keys.instance,
  queryFn: () => answer(api.GET('/api/instance')),
  staleTime: Number.POSITIVE_INFINITY,
});

/** The session, or null for somebody who has not signed in. */
export const sessionQuery = queryOptions({
  queryKey: keys.session,
  queryFn: async ({ signal }): Promise<Session | null> => {
    const { data, error, response } = await api.GET('/api/session', { signal });
    if (response.ok && data) return data;
    if (response.status === 401) return null;
    throw ProblemError.of(response, error);
  },
  staleTime: 60_000,
});

export const openSessionsQuery = queryOptions({
  queryKey: keys.openSessions,
  queryFn: async ({ signal }) => (await answer(api.GET('/api/sessions', { signal }))).items,
});

/** The order in which people are listed; ours throughout, so that an event moves nobody. */
export const byName = (a: Member, b: Member): number =>
  a.name.localeCompare(b.name) || a.id.localeCompare(b.id);

export const membersQuery = (workspaceId: string) =>
  queryOptions({
    queryKey: keys.members(workspaceId),
    queryFn: async ({ signal }) => {
      const members = await allPages((cursor) =>
        answer(
          api.GET('/api/members', { params: { query: { cursor, limit: LARGEST_PAGE } }, signal }),
        ),
      );
      return members.sort(byName);
    },
    staleTime: Number.POSITIVE_INFINITY, // the socket keeps it true
  });

export const invitationsQuery = (workspaceId: string) =>
  queryOptions({
    queryKey: keys.invitations(workspaceId),
    queryFn: ({ signal }) =>
      allPages((cursor) =>
        answer(
          api.GET('/api/invitations', {
            params: { query: { cursor, limit: LARGEST_PAGE } },
            signal,
          }),
        ),
      ),
    staleTime: Number.POSITIVE_INFINITY,
  });

export const apiKeysQuery = (workspaceId: string) =>
  queryOptions({
    queryKey: keys.apiKeys(workspaceId),
    queryFn: ({ signal }) =>
      allPages((cursor) =>
        answer(
          api.GET('/api/api-keys', { params: { query: { cursor, limit: LARGEST_PAGE } }, signal }),
        ),
      ),
  });

export interface AuditFilter {
  /** An action, or the part of it before a dot. */
  action?: string | undefined;
  /** A member's or an API key's id. */
  actor?: string | undefined;
}

export const auditQuery = (workspaceId: string, filter: AuditFilter) =>
  infiniteQueryOptions({
    queryKey: [...keys.audit(workspaceId), filter],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET('/api/audit-log', {
          params: { query: { ...filter, cursor: pageParam ?? undefined, limit: 100 } },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
