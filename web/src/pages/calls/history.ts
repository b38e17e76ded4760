import { callsQuery, callViewsQuery } from '../../api/callQueries';
import { allNumbersQuery } from '../../api/twilioQueries';
import type { CallViewFilter } from '../../api/types';
import type { Reader } from '../../app/readAhead';
import { ahead } from '../../realtime/ahead';
import { asked } from './view';

/** So many calls are read at once. */
export const PAGE = 200;

/** Begins what the history reads first. */
export function readHistory({ queries, workspaceId, can }: Reader, filter: CallViewFilter): void {
  if (!can('calls.read')) return;
  const history = callsQuery(workspaceId, asked(filter), PAGE);
  void queries.prefetchInfiniteQuery(ahead(history));
  void queries.prefetchQuery(ahead(callViewsQuery(workspaceId)));
  if (can('numbers.read')) void queries.prefetchQuery(ahead(allNumbersQuery(workspaceId)));
}
