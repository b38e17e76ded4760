import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { callQuery, callsQuery } from '../api/callQueries';
import { call } from '../test/calls';
import { workspace } from '../test/fixtures';
import { applyCall, applyRecording } from './applyCall';
import { makeOld } from './makeOld';

let queries: QueryClient;
let answers: ((answer: unknown) => void)[];
let stopShowing: () => void;

const ask = () => new Promise<unknown>((resolve) => void answers.push(resolve));

/** Shows a query whose reads are answered by the test. */
function show(queryKey: readonly unknown[]): void {
  const observer = new QueryObserver(queries, { queryKey, queryFn: ask, retry: false });
  stopShowing = observer.subscribe(() => {});
}

async function answered(read: number, answer: string): Promise<void> {
  answers[read]?.(answer);
  await vi.waitFor(() => expect(queries.isFetching()).toBe(answers.length - read - 1));
}

beforeEach(() => {
  queries = new QueryClient();
  answers = [];
});
afterEach(() => stopShowing());

test('a first read that was answered before the event is followed by a second', async () => {
  show(['a']);
  makeOld(queries, { queryKey: ['a'] });
  expect(answers).toHaveLength(1);
  answers[0]?.('before the event');
  await vi.waitFor(() => expect(answers).toHaveLength(2));
  await answered(1, 'after it');
  expect(queries.getQueryState(['a'])).toMatchObject({ data: 'after it', isInvalidated: false });
});

test('a later read is broken off and begun anew', async () => {
  show(['a']);
  await answered(0, 'known');
  void queries.refetchQueries({ queryKey: ['a'] });
  makeOld(queries, { queryKey: ['a'] });
  expect(answers).toHaveLength(3);
  await answered(2, 'after the event');
  expect(queries.getQueryData(['a'])).toBe('after the event');
});

test('a recording that is ready while its call is first read is shown', async () => {
  const { queryKey } = callQuery(workspace.id, 'call-1');
  show(queryKey);
  const recording = { callId: 'call-1', recordingId: 'r', url: '/a', durationSeconds: 3 };
  applyRecording(queries, workspace.id, recording);
  answers[0]?.('not yet recorded');
  await vi.waitFor(() => expect(answers).toHaveLength(2));
});

test('a call that comes while the history is first read makes it old', async () => {
  const { queryKey } = callsQuery(workspace.id);
  show(queryKey);
  applyCall(queries, workspace.id, call(7));
  answers[0]?.({ pages: [], pageParams: [] });
  await vi.waitFor(() => expect(queries.getQueryState(queryKey)?.isInvalidated).toBe(true));
  expect(answers).toHaveLength(1);
});
