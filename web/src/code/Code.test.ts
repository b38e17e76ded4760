import { expect, test, vi } from 'vitest';
import { Code } from './Code';
import { fetchAhead } from './fetchAhead';

const Part = () => null;
const there = async () => ({ default: Part });
const away = async () => {
  throw new TypeError('Failed to fetch dynamically imported module');
};

test('it is fetched once, however often it is asked for', async () => {
  const load = vi.fn(there);
  const code = new Code(load, async () => true);
  await Promise.all([code.fetch(), code.fetch()]);
  await code.fetch();
  expect(load).toHaveBeenCalledOnce();
  expect(code.get()).toEqual({ part: Part, fetching: false, missing: null });
});

test('while the server does not answer it is missing, and is there after the next attempt', async () => {
  const load = vi.fn<() => Promise<{ default: typeof Part }>>(away);
  const code = new Code(load, async () => false);
  await code.fetch();
  expect(code.get()).toEqual({ part: null, fetching: false, missing: 'cut' });
  load.mockImplementation(there);
  const again = code.fetch();
  expect(code.get()).toEqual({ part: null, fetching: true, missing: 'cut' });
  await again;
  expect(code.isHere()).toBe(true);
});

test('it is there at once when the line came back during the attempt', async () => {
  const load = vi.fn(there).mockImplementationOnce(away);
  const code = new Code(load, async () => true);
  await code.fetch();
  expect(code.isHere()).toBe(true);
});

test('what a server that answers does not have is gone', async () => {
  const code = new Code(away, async () => true);
  await code.fetch();
  expect(code.get().missing).toBe('gone');
});

test('ahead is fetched one after the other; what fails does not keep the rest', async () => {
  const log: string[] = [];
  const part = (name: string, fails = false) =>
    new Code(
      async () => {
        log.push(`${name} begins`);
        await Promise.resolve();
        log.push(`${name} ends`);
        return fails ? away() : there();
      },
      async () => false,
    );
  const codes = [part('a'), part('b', true), part('c')];
  await fetchAhead(codes, new AbortController().signal);
  expect(log).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
  expect(codes.map((code) => code.isHere())).toEqual([true, false, true]);
});

test('ahead is not gone on with once it is ended', async () => {
  const stop = new AbortController();
  const first = new Code(
    async () => {
      stop.abort();
      return there();
    },
    async () => true,
  );
  const second = new Code(there, async () => true);
  await fetchAhead([first, second], stop.signal);
  expect([first.isHere(), second.isHere()]).toEqual([true, false]);
});
