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
  count: number;
  /** Made when it is asked for: of a hundred thousand, those in sight. */
  at(index: number): Line<T> | undefined;
  /** Where headings stand among the lines, ascending. */
  heads: readonly number[];
}

/** Items and the headings between them. The last part is not counted while there may be more of it. */
export function linesOf<T extends { id: string }>(
  items: readonly T[],
  sections: Sections<T> | undefined,
  more: boolean,
): Lines<T> {
  const line = (index: number): Line<T> | undefined => {
    const item = items[index];
    return item && { key: item.id, item, index };
  };
  if (!sections) return { count: items.length, at: line, heads: [] };
  const parts = partsOf(items, sections.of);
  const heads = parts.map(({ begin }, part) => begin + part);
  return {
    count: items.length + parts.length,
    heads,
    at(index) {
      const part = partAt(heads, index);
      const { section, begin, end } = parts[part] ?? {};
      if (section === undefined || begin === undefined || end === undefined) return undefined;
      if (heads[part] !== index) return line(index - part - 1);
      const open = more && part === parts.length - 1;
      return { key: `section ${section}`, section, count: open ? undefined : end - begin };
    },
  };
}

interface Part {
  section: string;
  /** The first item, and the one after the last. */
  begin: number;
  end: number;
}

/** Items of one part stand together: where it ends is looked for in leaps, not item by item. */
function partsOf<T>(items: readonly T[], of: (item: T) => string): Part[] {
  const parts: Part[] = [];
  for (let begin = 0; begin < items.length; begin = parts[parts.length - 1]?.end ?? items.length) {
    const section = of(items[begin] as T);
    const same = (index: number) => of(items[index] as T) === section;
    let leap = 1;
    while (begin + leap < items.length && same(begin + leap)) leap *= 2;
    let last = begin + (leap >> 1);
    let end = Math.min(begin + leap, items.length);
    while (end - last > 1) {
      const middle = (last + end) >> 1;
      if (same(middle)) last = middle;
      else end = middle;
    }
    parts.push({ section, begin, end });
  }
  return parts;
}

/** The last heading at or before a line, or -1. */
export const headAbove = (heads: readonly number[], line: number): number =>
  heads[partAt(heads, line)] ?? -1;

/** Which part a line belongs to, or -1. */
function partAt(heads: readonly number[], line: number): number {
  let low = 0;
  let high = heads.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((heads[middle] ?? 0) <= line) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
