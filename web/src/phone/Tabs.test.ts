import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FakeAir } from '../test/phone';
import { type Mirrored, Tabs } from './Tabs';

const READY: Mirrored = { readiness: { kind: 'ready' }, heard: null };
const JOIN = { do: 'join', callId: 'call-1', epoch: 1 } as const;

let air: FakeAir;

beforeEach(() => {
  vi.useFakeTimers();
  air = new FakeAir();
});

afterEach(() => {
  vi.useRealTimers();
});

/** A tab; with `does`, the one that is the phone. */
const tab = (does: (() => Promise<void>) | null = null): Tabs =>
  new Tabs(air.open(), {
    hello: () => {},
    state: () => {},
    ask: () => does?.() ?? null,
    wrapped: () => {},
  });

const passes = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

/** What becomes of a promise, as far as it is known. */
function watched(promise: Promise<void>): { now: string } {
  const seen = { now: 'open' };
  promise.then(
    () => {
      seen.now = 'done';
    },
    (error: { silent: boolean }) => {
      seen.now = error.silent ? 'given up' : 'failed';
    },
  );
  return seen;
}

test('what nobody takes is given up', async () => {
  tab();
  const asked = watched(tab().ask(JOIN));
  await passes(2_400);
  expect(asked.now).toBe('open');
  await passes(200);
  expect(asked.now).toBe('given up');
});

test('what is taken is waited for, however long it takes', async () => {
  let end: () => void = () => {};
  tab(
    () =>
      new Promise((resolve) => {
        end = resolve;
      }),
  );
  const asked = watched(tab().ask(JOIN));
  await passes(9_000);
  expect(asked.now).toBe('open');
  end();
  await passes(0);
  expect(asked.now).toBe('done');
});

test('what could not be done is told', async () => {
  tab(() => Promise.reject(new Error('no')));
  const asked = watched(tab().ask(JOIN));
  await passes(0);
  expect(asked.now).toBe('failed');
});

test('what a tab took that is the phone no more is given up: another is, or this one', async () => {
  const phone = tab(() => new Promise(() => {}));
  const third = tab();
  const asking = tab();
  const first = watched(asking.ask(JOIN));
  await passes(0);
  phone.show(READY);
  await passes(0);
  expect(first.now).toBe('open');
  third.show(READY);
  await passes(0);
  expect(first.now).toBe('given up');

  const second = watched(asking.ask(JOIN));
  await passes(0);
  asking.takeOver();
  await passes(0);
  expect(second.now).toBe('given up');
});
