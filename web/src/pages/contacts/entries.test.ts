import fc from 'fast-check';
import { expect, test } from 'vitest';
import { call } from '../../test/calls';
import { message } from '../../test/twilio';
import { holdsUp, type Loaded, merged, ofCall, ofMessage } from './entries';

const minute = (n: number) => new Date(Date.UTC(2026, 10, 1, 0, n)).toISOString();
const minutes = fc
  .uniqueArray(fc.nat(500), { maxLength: 40 })
  .map((all) => all.sort((a, b) => b - a));

/** The first entries of a list, whose pages have so many. */
function loaded(all: readonly number[], pages: number, kind: 'call' | 'text'): Loaded {
  const entries = all
    .slice(0, pages * 5)
    .map((n) =>
      kind === 'call'
        ? ofCall(call(n, { createdAt: minute(n) }))
        : ofMessage(message(n, { at: minute(n) })),
    );
  return { entries, more: entries.length < all.length };
}

test('whatever is loaded of which list first, what is shown is the beginning of all there is', () => {
  fc.assert(
    fc.property(minutes, minutes, (calls, texts) => {
      const all = [...calls, ...texts].sort((a, b) => b - a).map(minute);
      let pages = [1, 1];
      for (;;) {
        const [ofCalls = 1, ofTexts = 1] = pages;
        const lists = [loaded(calls, ofCalls, 'call'), loaded(texts, ofTexts, 'text')];
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
