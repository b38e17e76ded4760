import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Gathered } from './Gathered';

let handedOn: number[][];
let gathered: Gathered<number>;

beforeEach(() => {
  vi.useFakeTimers();
  handedOn = [];
  gathered = new Gathered((items) => handedOn.push([...items]));
});
afterEach(() => {
  vi.useRealTimers();
});

test('what comes after a quiet moment goes on at once', () => {
  gathered.take(1);
  expect(handedOn).toEqual([[1]]);
  vi.advanceTimersByTime(50);
  gathered.take(2);
  expect(handedOn).toEqual([[1], [2]]);
});

test('what comes in quick succession goes on together, in its order', () => {
  for (const event of [1, 2, 3, 4]) gathered.take(event);
  expect(handedOn).toEqual([[1]]);
  vi.advanceTimersByTime(50);
  expect(handedOn).toEqual([[1], [2, 3, 4]]);
  vi.advanceTimersByTime(1_000);
  expect(handedOn).toHaveLength(2);
});

test('what is urgent does not wait, and what came before it goes first', () => {
  const urgent = new Gathered<number>(
    (items) => handedOn.push([...items]),
    (item) => item === 3,
  );
  for (const event of [1, 2, 3, 4]) urgent.take(event);
  expect(handedOn).toEqual([[1], [2, 3]]);
  vi.advanceTimersByTime(50);
  expect(handedOn).toEqual([[1], [2, 3], [4]]);
});

test('nothing waits where nobody looks, nor when it is asked for', () => {
  gathered.take(1);
  gathered.take(2);
  gathered.flush();
  expect(handedOn).toEqual([[1], [2]]);
  gathered.take(3);
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
  gathered.take(4);
  expect(handedOn).toEqual([[1], [2], [3, 4]]);
});

test('what waits when it stops is forgotten', () => {
  gathered.take(1);
  gathered.take(2);
  gathered.stop();
  vi.runAllTimers();
  expect(handedOn).toEqual([[1]]);
});
