import type { InfiniteData, QueryClient, QueryKey } from '@tanstack/react-query';
import { patchQuery } from './patchQuery';

export type Pages<T> = InfiniteData<{ items: T[]; nextCursor: string | null }, string | null>;

/**
 * Changes each page's items of a list that is read page by page, as {@link patchQuery} does. Pages whose items stay
 * the same stay the same themselves, so that nothing that was made of them is made anew.
 */
export function patchPages<T>(
  client: QueryClient,
  queryKey: QueryKey,
  change: (items: T[], page: number) => T[],
): void {
  patchQuery<Pages<T>>(client, queryKey, (data) => {
    const pages = data.pages.map((page, index) => {
      const items = change(page.items, index);
      return items === page.items ? page : { ...page, items };
    });
    return pages.every((page, index) => page === data.pages[index]) ? data : { ...data, pages };
  });
}
