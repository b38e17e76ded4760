import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { liveCallsQuery } from '../api/callQueries';
import { instanceQuery, membersQuery } from '../api/queries';
import { twilioQuery } from '../api/twilioQueries';
import type { Permission } from '../api/types';
import { useSession } from '../session/SessionContext';

/** What a page needs to know to begin its reads before it is drawn. */
export interface Reader {
  queries: QueryClient;
  workspaceId: string;
  can(permission: Permission): boolean;
}

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** Begins what the page reads first. */
    readAhead?: (reader: Reader, search: never) => void;
  }
}

/**
 * Begins what the window and the page that was opened first will read, while they are drawn: their own effects come
 * after that, and on a slow processor the answers are there by then, all at once. Inside of the socket's provider,
 * which is to know that nothing was read before it.
 */
export function useReadAhead(): void {
  const queries = useQueryClient();
  const { workspace, can } = useSession();
  const { state } = useRouter();
  useState(() => {
    const reader: Reader = { queries, workspaceId: workspace.id, can };
    for (const { staticData, search } of state.matches) {
      staticData?.readAhead?.(reader, search as never);
    }
    readWindow(reader);
  });
}

function readWindow({ queries, workspaceId, can }: Reader): void {
  if (can('members.read')) void queries.prefetchQuery(membersQuery(workspaceId));
  if (can('calls.read')) void queries.prefetchQuery(liveCallsQuery(workspaceId));
  if (can('twilio.read')) void queries.prefetchQuery(twilioQuery(workspaceId));
  void queries.prefetchQuery(instanceQuery);
}
