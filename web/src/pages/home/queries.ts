import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../api/client';
import { keys } from '../../api/queries';
import type { Reader } from '../../app/readAhead';
import { ahead } from '../../realtime/ahead';

/** The newest call; null where there was none. */
export const lastCallQuery = (workspaceId: string) =>
  queryOptions({
    queryKey: [...keys.calls(workspaceId), 'last'],
    queryFn: async ({ signal }) =>
      (await answer(api.GET('/api/calls', { params: { query: { limit: 1 } }, signal }))).items[0] ??
      null,
  });

/** The workspace's first number; null where there is none. */
export const firstNumberQuery = (workspaceId: string) =>
  queryOptions({
    queryKey: [...keys.numbers(workspaceId), 'first'],
    queryFn: async ({ signal }) =>
      (await answer(api.GET('/api/numbers', { params: { query: { limit: 1 } }, signal })))
        .items[0] ?? null,
  });

/** Begins what the home page reads first. */
export function readHome({ queries, workspaceId, can }: Reader): void {
  if (can('calls.read')) void queries.prefetchQuery(ahead(lastCallQuery(workspaceId)));
  if (can('numbers.read')) void queries.prefetchQuery(ahead(firstNumberQuery(workspaceId)));
}
