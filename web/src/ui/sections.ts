import type { ReactNode } from 'react';

/** How rows are told apart by headings between them. */
export interface Sections<T> {
  /** To which part an item belongs; those of one part stand together. */
  of(item: T): string;
  /** @param count how many items are in it, once all of them are known */
  head(section: string, count: number | undefined): ReactNode;
  /** In pixels. */
  height: number;
}

interface Head {
  key: string;
  item?: undefined;
  section: string;
  count: number | undefined;
}

export type Line<T extends object> = { key: string; item: T; index: number } | Head;

export interface Lines<T extends object> {
  lines: Line<T>[];
  /** Where headings stand among the lines, ascending. */
  heads: number[];
}

/** Items and the headings between them. The last part is not counted while there may be more of it. */
export function linesOf<T extends { id: string }>(
  items: readonly T[],
  sections: Sections<T> | undefined,
  more: boolean,
): Lines<T> {
  const lines: Line<T>[] = [];
  const heads: number[] = [];
  let head: Head | undefined;
  items.forEach((item, index) => {
    const section = sections?.of(item);
    if (section !== undefined && section !== head?.section) {
      head = { key: `section ${section}`, section, count: 0 };
      heads.push(lines.length);
      lines.push(head);
    }
    if (head) head.count = (head.count ?? 0) + 1;
    lines.push({ key: item.id, item, index });
  });
  if (head && more) head.count = undefined;
  return { lines, heads };
}

/** The last heading at or before a line, or -1. */
export function headAbove(heads: readonly number[], line: number): number {
  let low = 0;
  let high = heads.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((heads[middle] ?? 0) <= line) low = middle + 1;
    else high = middle;
  }
  return heads[low - 1] ?? -1;
}
