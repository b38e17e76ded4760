import { notifyManager } from '@tanstack/react-query';
import { afterEach, expect, test, vi } from 'vitest';
import { tellTogether } from './queryClient';

afterEach(() => {
  notifyManager.setScheduler((tell) => setTimeout(tell, 0));
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test('who fails to take an answer keeps it from nobody else', () => {
  vi.useFakeTimers();
  const report = vi.fn();
  vi.stubGlobal('reportError', report);
  tellTogether();
  const told = vi.fn();
  notifyManager.schedule(() => {
    throw new Error('no');
  });
  notifyManager.schedule(told);
  vi.runAllTimers();
  expect(told).toHaveBeenCalledOnce();
  expect(report).toHaveBeenCalledOnce();
});

test('answers that came together are told in one task, those after it in another', () => {
  vi.useFakeTimers();
  tellTogether();
  const told: string[] = [];
  for (const answer of ['members', 'calls']) notifyManager.schedule(() => told.push(answer));
  expect(told).toEqual([]);
  expect(vi.getTimerCount()).toBe(1);
  vi.runAllTimers();
  expect(told).toEqual(['members', 'calls']);
  notifyManager.schedule(() => told.push('numbers'));
  vi.runAllTimers();
  expect(told).toEqual(['members', 'calls', 'numbers']);
});
