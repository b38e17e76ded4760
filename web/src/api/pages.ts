interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

/** The server's largest page. */
export const LARGEST_PAGE = 200;

/** Every item of a list short enough to hold whole (people, keys), page after page. */
export async function allPages<T>(
  page: (cursor: string | undefined) => Promise<Page<T>>,
): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | undefined;
  do {
    const { items: more, nextCursor } = await page(cursor);
    items.push(...more);
    cursor = nextCursor ?? undefined;
  } while (cursor);
  return items;
}
