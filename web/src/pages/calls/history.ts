import { callsQuery, callViewsQuery } from '../../api/callQueries';
import { allNumbersQuery } from '../../api/twilioQueries';
import type { CallViewFilter } from '../../api/types';
import type { Reader } from '../../shell/useReadAhead';
import { asked } from './view';

/** So many calls are read at once. */
export const PAGE = 200;

/** Begins what the history reads first. */
export function readHistory({ queries, workspaceId, can }: Reader, filter: CallViewFilter): void {
  if (!can('calls.read')) return;
  void queries.prefetchInfiniteQuery(callsQuery(workspaceId, asked(filter), PAGE));
  void queries.prefetchQuery(callViewsQuery(workspaceId));
  if (can('numbers.read')) void queries.prefetchQuery(allNumbersQuery(workspaceId));
}
