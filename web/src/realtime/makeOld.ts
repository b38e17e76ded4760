import type { InvalidateQueryFilters, Query, QueryClient } from '@tanstack/react-query';

/**
 * Has read again what an event made old: now what is shown, the rest once it is shown.
 *
 * TanStack Query does not break off the first read of a query for that. It may have been answered before the event
 * was committed, so its query is made old once more when it has ended.
 */
export function makeOld(client: QueryClient, filters: InvalidateQueryFilters): void {
  const firstReads = client.getQueryCache().findAll(filters).filter(isReadFirst);
  void client.invalidateQueries(filters);
  for (const query of firstReads) {
    const { queryKey } = query;
    afterRead(query, () => void client.invalidateQueries({ queryKey, exact: true }));
  }
}

/** As {@link makeOld} of one query, of which nothing is read again: whoever shows it knows better how. */
export function markOld(query: Query): void {
  query.invalidate();
  if (isReadFirst(query)) afterRead(query, () => query.invalidate());
}

const isReadFirst = ({ state }: Query): boolean =>
  state.data === undefined && state.fetchStatus !== 'idle';

function afterRead({ promise }: Query, then: () => void): void {
  void promise?.then(then, () => {}); // one that failed left nothing to be old
}
