import fc from 'fast-check';
import { expect, test } from 'vitest';
import { call } from '../../test/calls';
import { message } from '../../test/twilio';
import { holdsUp, type Loaded, loadedCalls, loadedTexts, merged } from './entries';

const minute = (n: number) => new Date(Date.UTC(2026, 10, 1, 0, n)).toISOString();
const minutes = fc
  .uniqueArray(fc.nat(500), { maxLength: 40 })
  .map((all) => all.sort((a, b) => b - a));

const PAGE = 5;

const callsOf = (all: readonly number[], pages: number, runs: (n: number) => boolean): Loaded =>
  loadedCalls(
    all
      .slice(0, pages * PAGE)
      .map((n) => call(n, { createdAt: minute(n), endedAt: runs(n) ? null : minute(n) })),
    pages * PAGE < all.length,
  );

const textsOf = (all: readonly number[], pages: number): Loaded =>
  loadedTexts(
    all.slice(0, pages * PAGE).map((n) => message(n, { at: minute(n) })),
    pages * PAGE < all.length,
  );

test('whatever is loaded of which list first, what is shown is the beginning of all there is', () => {
  fc.assert(
    fc.property(minutes, minutes, fc.nat(40), (calls, texts, running) => {
      const runs = (n: number) => calls.indexOf(n) < running && n % 7 !== 0;
      const over = calls.filter((n) => !runs(n));
      const all = [...over, ...texts].sort((a, b) => b - a).map(minute);
      let pages = [1, 1];
      for (;;) {
        const [ofCalls = 1, ofTexts = 1] = pages;
        const lists = [callsOf(calls, ofCalls, runs), textsOf(texts, ofTexts)];
        const shown = merged(lists).map(({ at }) => at);
        expect(shown).toEqual(all.slice(0, shown.length));
        if (!lists.some(({ more }) => more)) {
          expect(shown).toHaveLength(all.length);
          return;
        }
        const wanted = lists.map((list) => holdsUp(list, lists));
        expect(wanted).toContain(true);
        pages = pages.map((count, index) => count + Number(wanted[index]));
      }
    }),
  );
});
