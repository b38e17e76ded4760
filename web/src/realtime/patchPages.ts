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

/** Which items a page has. A page that changes is another object, so that each is looked through once. */
const idsOf = new WeakMap<object, ReadonlySet<string>>();

export function holds<T extends { id: string }>(page: { items: T[] }, id: string): boolean {
  let ids = idsOf.get(page);
  if (!ids) {
    ids = new Set(page.items.map((item) => item.id));
    idsOf.set(page, ids);
  }
  return ids.has(id);
}

/** Changes one item of such a list. Of a hundred thousand, only those on its page are looked at. */
export function patchItem<T extends { id: string }>(
  client: QueryClient,
  queryKey: QueryKey,
  id: string,
  change: (item: T) => T,
): void {
  patchQuery<Pages<T>>(client, queryKey, (data) => {
    const at = data.pages.findIndex((page) => holds(page, id));
    const page = data.pages[at];
    const place = page?.items.findIndex((item) => item.id === id) ?? -1;
    const item = page?.items[place];
    if (!page || !item) return data;
    const changed = change(item);
    if (changed === item) return data;
    return {
      ...data,
      pages: data.pages.with(at, { ...page, items: page.items.with(place, changed) }),
    };
  });
}
