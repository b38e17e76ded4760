import type { QueryClient } from '@tanstack/react-query';
import { liveCallsQuery } from '../api/callQueries';
import { instanceQuery, membersQuery } from '../api/queries';
import { twilioQuery } from '../api/twilioQueries';
import type { Membership, Permission } from '../api/types';
import { ahead } from '../realtime/ahead';
import { can } from '../session/permissions';

/** What a page needs to know to begin its reads before it is drawn. */
export interface Reader {
  queries: QueryClient;
  workspaceId: string;
  can(permission: Permission): boolean;
}

/** Begins what a page reads first, marked by {@link ahead}. */
export type ReadAhead = (reader: Reader, search: never) => void;

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    readAhead?: ReadAhead;
  }
}

interface Match {
  staticData?: { readAhead?: ReadAhead } | undefined;
  search: unknown;
}

/**
 * Begins what the window and the page that was opened first will read, as soon as it is known who is there: to draw
 * them takes a slow processor so long that the answers are there before.
 */
export function readAhead(
  queries: QueryClient,
  membership: Membership,
  matches: readonly Match[],
): void {
  const reader: Reader = {
    queries,
    workspaceId: membership.workspace.id,
    can: (permission) => can(membership, permission),
  };
  for (const { staticData, search } of matches) staticData?.readAhead?.(reader, search as never);
  readWindow(reader);
}

function readWindow({ queries, workspaceId, can }: Reader): void {
  if (can('members.read')) void queries.prefetchQuery(ahead(membersQuery(workspaceId)));
  if (can('calls.read')) void queries.prefetchQuery(ahead(liveCallsQuery(workspaceId)));
  if (can('twilio.read')) void queries.prefetchQuery(ahead(twilioQuery(workspaceId)));
  void queries.prefetchQuery(instanceQuery);
}
