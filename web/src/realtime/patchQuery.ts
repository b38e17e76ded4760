import { hashKey, type QueryClient, type QueryKey } from '@tanstack/react-query';

/**
 * Changes what a query holds, because an event said so, without making it look freshly read.
 *
 * A read under way may have been answered before the event was committed, and it ends by putting
 * its answer (or, when cancelled, what was there before) in place of ours. So the change, which
 * must bear being applied twice, is made once more when the read has ended.
 */
export function patchQuery<Data>(
  client: QueryClient,
  queryKey: QueryKey,
  change: (data: Data) => Data,
): void {
  // By its hash: to look for it hashes the key of every query there is.
  const query = client.getQueryCache().get<Data>(hashKey(queryKey));
  if (!query) return;
  const write = () => {
    const { data, dataUpdatedAt, isInvalidated } = query.state;
    if (data === undefined || data === null) return;
    client.setQueryData<Data>(queryKey, change(data), { updatedAt: dataUpdatedAt });
    if (isInvalidated) {
      void client.invalidateQueries({ queryKey, exact: true, refetchType: 'none' });
    }
  };
  write();
  if (query.state.fetchStatus === 'fetching') void query.promise?.then(write, write);
}
