import type { InfiniteData, QueryClient, QueryKey } from '@tanstack/react-query';
import { patchQuery } from './patchQuery';

export type Pages<T> = InfiniteData<{ items: T[]; nextCursor: string | null }, string | null>;

/** Changes each page's items of a list that is read page by page, as {@link patchQuery} does. */
export function patchPages<T>(
  client: QueryClient,
  queryKey: QueryKey,
  change: (items: T[], page: number) => T[],
): void {
  patchQuery<Pages<T>>(client, queryKey, (data) => ({
    ...data,
    pages: data.pages.map((page, index) => ({ ...page, items: change(page.items, index) })),
  }));
}
