import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { beforeEach, describe, expect, test } from 'vitest';
import { callsQuery, liveCallsQuery } from '../api/callQueries';
import { keys } from '../api/queries';
import type { Call } from '../api/types';
import { call } from '../test/calls';
import { workspace } from '../test/fixtures';
import { applyCall, applyRecording } from './applyCall';
import type { Pages } from './patchPages';

let queries: QueryClient;

const history = callsQuery(workspace.id, {}).queryKey;
const list = () => queries.getQueryData<Pages<Call>>(history) as Pages<Call>;
const live = () => queries.getQueryData<Call[]>(keys.liveCalls(workspace.id)) as Call[];
const running = (n: number, over: Partial<Call> = {}) =>
  call(n, { endedAt: null, stage: 'offered', ...over });

beforeEach(() => {
  queries = new QueryClient();
  const pages = [
    [6, 5],
    [4, 3],
    [2, 1],
  ].map((ids) => ({
    items: ids.map((n) => call(n)),
    nextCursor: null,
    total: null,
  }));
  queries.setQueryData(history, { pages, pageParams: [null, 'a', 'b'] });
});

describe('what is said of a call', () => {
  test('changes it where it stands, and nothing else', () => {
    const before = list();
    const changed = call(3, { notes: 'Asked about the hinge.' });
    applyCall(queries, workspace.id, changed);
    expect(list().pages[1]?.items[1]).toEqual(changed);
    expect(list().pages[1]?.items[0]).toBe(before.pages[1]?.items[0]);
    expect([list().pages[0], list().pages[2]]).toEqual([before.pages[0], before.pages[2]]);
    expect(list().pages[0]).toBe(before.pages[0]);
    expect(queries.getQueryState(history)?.isInvalidated).toBe(false);
  });

  test('that no list has makes the lists old, and leaves them as they are', () => {
    const before = list();
    applyCall(queries, workspace.id, call(7));
    expect(list()).toBe(before);
    expect(queries.getQueryState(history)?.isInvalidated).toBe(true);
  });

  test('is seen of one that has come into the list since', () => {
    applyCall(queries, workspace.id, call(7));
    const [first, ...rest] = list().pages;
    const page = { items: [call(7), ...(first?.items ?? [])], nextCursor: null };
    queries.setQueryData<Pages<Call>>([...history], { ...list(), pages: [page, ...rest] });
    applyCall(queries, workspace.id, call(7, { notes: 'New.' }));
    expect(list().pages[0]?.items[0]?.notes).toBe('New.');
  });

  test('says where its recording is, once', () => {
    applyRecording(queries, workspace.id, {
      callId: call(4).id,
      recordingId: 'r',
      url: '/a',
      durationSeconds: 3,
    });
    expect(list().pages[1]?.items[0]?.recordingUrl).toBe('/a');
  });
});

test('a call that comes first leaves the others the objects that they were', async () => {
  const observer = new QueryObserver(queries, {
    ...liveCallsQuery(workspace.id),
    initialData: [running(2), running(1)],
  });
  const leave = observer.subscribe(() => {});
  const [two, one] = live();
  applyCall(queries, workspace.id, running(3));
  expect(live().map(({ id }) => id)).toEqual([3, 2, 1].map((n) => call(n).id));
  expect(live()[1]).toBe(two);
  expect(live()[2]).toBe(one);
  leave();
});
