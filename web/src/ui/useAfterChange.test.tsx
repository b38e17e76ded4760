import { renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useAfterChange } from './useAfterChange';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const watched = (first: number | undefined) => {
  const act = vi.fn();
  const hook = renderHook(({ value }) => useAfterChange(value, 1_000, act), {
    initialProps: { value: first },
  });
  return { act, is: (value: number) => hook.rerender({ value }), leave: hook.unmount };
};

test('follows a change at once, and becoming known not at all', () => {
  const { act, is } = watched(undefined);
  is(1);
  vi.runAllTimers();
  expect(act).not.toHaveBeenCalled();
  is(2);
  vi.advanceTimersByTime(0);
  expect(act).toHaveBeenCalledTimes(1);
});

test('follows many changes no oftener than wanted, and always the last', () => {
  const { act, is } = watched(0);
  for (let value = 1; value <= 50; value++) {
    is(value);
    vi.advanceTimersByTime(50);
  }
  expect(act).toHaveBeenCalledTimes(3);
  vi.advanceTimersByTime(1_000);
  expect(act).toHaveBeenCalledTimes(4);
  vi.advanceTimersByTime(10_000);
  expect(act).toHaveBeenCalledTimes(4);
});

test('follows nothing once it is gone', () => {
  const { act, is, leave } = watched(0);
  is(1);
  leave();
  vi.runAllTimers();
  expect(act).not.toHaveBeenCalled();
});
