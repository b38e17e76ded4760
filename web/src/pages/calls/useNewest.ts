import { hashKey, type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { type CallFilter, callsQuery } from '../../api/callQueries';
import { answer, api } from '../../api/client';
import type { Call } from '../../api/types';
import type { Pages } from '../../realtime/patchPages';

/** How many newer calls are looked for at once. */
const LOOK = 50;
/** Many calls at once are one question. */
const SOON_MS = 300;

type CallPages = Pages<Call>;

/** The list with the newest calls on top of it; undefined where the two do not meet, and it has to be read anew. */
export function withNewest(
  list: CallPages,
  newest: { items: Call[]; nextCursor: string | null; total?: number | null },
): CallPages | undefined {
  const [first, ...rest] = list.pages;
  if (!first) return undefined;
  const top = first.items[0]?.id;
  const meets = newest.items.findIndex(({ id }) => id === top);
  if (meets < 0 && top !== undefined && newest.nextCursor !== null) return undefined;
  const fresh = meets < 0 ? newest.items : newest.items.slice(0, meets);
  const known = new Set(first.items.map(({ id }) => id));
  const added = fresh.filter(({ id }) => !known.has(id));
  const page = { ...first, items: [...added, ...first.items], total: newest.total ?? null };
  return { ...list, pages: [page, ...rest] };
}

/**
 * Brings calls that came since into a list, without reading again the thousands that may be loaded. Which calls fit
 * the filter is the server's to say: whenever an event has made the list old, it is asked for the newest.
 */
export function useNewest(workspaceId: string, filter: CallFilter, limit: number): void {
  const client = useQueryClient();
  const hash = hashKey(callsQuery(workspaceId, filter, limit).queryKey);
  useEffect(() => {
    const cache = client.getQueryCache();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let stopped = false;
    function soon(): void {
      timer ??= setTimeout(async () => {
        await look(client, hash, filter).catch(() => {}); // the strip says that the server does not answer
        timer = undefined;
        if (cache.get(hash)?.state.isInvalidated && !stopped) soon();
      }, SOON_MS);
    }
    if (cache.get(hash)?.state.isInvalidated) soon();
    const leave = cache.subscribe((event) => {
      const invalidated = event.type === 'updated' && event.action.type === 'invalidate';
      if (invalidated && event.query.queryHash === hash && !stopped) soon();
    });
    return () => {
      stopped = true;
      clearTimeout(timer);
      leave();
    };
  }, [client, hash, filter]);
}

async function look(client: QueryClient, hash: string, filter: CallFilter): Promise<void> {
  const query = client.getQueryCache().get<CallPages>(hash);
  if (!query?.state.data) return;
  const newest = await answer(
    api.GET('/api/calls', { params: { query: { ...filter, limit: LOOK } } }),
  );
  const write = () => {
    const list = query.state.data;
    const changed = list && withNewest(list, newest);
    if (changed) client.setQueryData(query.queryKey, changed);
    else void client.resetQueries({ queryKey: query.queryKey, exact: true });
  };
  write();
  // A page under way ends by putting what it knew in place of ours.
  if (query.state.fetchStatus === 'fetching') void query.promise?.then(write, write);
}
