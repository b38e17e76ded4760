import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { headAbove, linesOf } from './sections';

interface Item {
  id: string;
  part: string;
}

let asked = 0;
const sections = {
  of(item: Item) {
    asked += 1;
    return item.part;
  },
  head: () => null,
  height: 30,
};

/** Parts of those lengths, one after the other. */
const itemsOf = (lengths: readonly number[]): Item[] =>
  lengths.flatMap((length, part) =>
    Array.from({ length }, (_, n) => ({ id: `${part}.${n}`, part: `part ${part}` })),
  );

describe('lines', () => {
  test('are each part’s heading, and its items in their order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 12 }), (lengths) => {
        const items = itemsOf(lengths);
        const lines = linesOf(items, sections, false);
        const said = Array.from({ length: lines.count }, (_, at) => lines.at(at));
        let index = 0;
        expect(said).toEqual(
          lengths.flatMap((length, part) => {
            const section = `part ${part}`;
            const head = { key: `section ${section}`, section, count: length };
            const own = items
              .slice(index, index + length)
              .map((item) => ({ key: item.id, item, index: index++ }));
            return [head, ...own];
          }),
        );
        said.forEach((line, at) => {
          expect(lines.heads.includes(at)).toBe(line !== undefined && 'section' in line);
          expect(headAbove(lines.heads, at)).toBe(lines.heads.findLast((head) => head <= at));
        });
      }),
    );
  });

  test('are none outside of the list, and items alone where nothing parts them', () => {
    const items = itemsOf([2]);
    const lines = linesOf(items, undefined, true);
    expect([lines.at(-1), lines.at(0)?.key, lines.at(1)?.key, lines.at(2)]).toEqual([
      undefined,
      '0.0',
      '0.1',
      undefined,
    ]);
    expect(linesOf(items, sections, false).at(3)).toBeUndefined();
    expect(linesOf([], sections, false).count).toBe(0);
  });

  test('of a hundred thousand items are found by looking at few of them', () => {
    const items = itemsOf(Array.from({ length: 25 }, () => 4_000));
    asked = 0;
    expect(linesOf(items, sections, false).count).toBe(100_025);
    expect(asked).toBeLessThan(1_000);
  });
});
