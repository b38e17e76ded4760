import { QueryClient } from '@tanstack/react-query';
import { beforeEach, expect, test } from 'vitest';
import { keys } from '../api/queries';
import type { Message } from '../api/types';
import { workspace } from '../test/fixtures';
import { message } from '../test/twilio';
import { applyReceived, applyUpdated } from './applyMessage';
import type { Pages } from './patchPages';

const THEIRS = '+15035550132';
const all = keys.messages(workspace.id);
const withThem = keys.messagesWith(workspace.id, ['+15035550999', THEIRS]);
const withOthers = keys.messagesWith(workspace.id, ['+15035550999']);

let queries: QueryClient;

const bodies = (key: readonly unknown[]) =>
  queries
    .getQueryData<Pages<Message>>(key)
    ?.pages.flatMap(({ items }) => items.map(({ body }) => body));

beforeEach(() => {
  queries = new QueryClient();
  for (const key of [all, withThem, withOthers]) {
    const items = key === withOthers ? [] : [message(1, { from: THEIRS })];
    queries.setQueryData(key, { pages: [{ items, nextCursor: null }], pageParams: [null] });
  }
});

test('a text that comes stands first among all, and among those with whoever wrote it', () => {
  applyReceived(queries, workspace.id, message(2, { from: THEIRS }));
  applyReceived(queries, workspace.id, message(2, { from: THEIRS }));
  expect(bodies(all)).toEqual(['Text 2', 'Text 1']);
  expect(bodies(withThem)).toEqual(['Text 2', 'Text 1']);
  expect(bodies(withOthers)).toEqual([]);
});

test('what became of a sent text is told where it stands', () => {
  const sent = message(1, { direction: 'outbound', from: '+14155550100', to: THEIRS });
  applyUpdated(queries, workspace.id, { ...sent, body: 'Changed' });
  expect([bodies(all), bodies(withThem)]).toEqual([['Changed'], ['Changed']]);
});
