import { notifyManager } from '@tanstack/react-query';
import { afterEach, expect, test, vi } from 'vitest';
import { tellTogether } from './queryClient';

afterEach(() => {
  notifyManager.setScheduler((tell) => setTimeout(tell, 0));
  vi.useRealTimers();
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
