import { QueryClient } from '@tanstack/react-query';
import { beforeEach, describe, expect, test } from 'vitest';
import { keys } from '../api/queries';
import type { Message, TwilioConfiguration, WorkspaceNumber } from '../api/types';
import { workspace } from '../test/fixtures';
import { check, configuration, drifted, message, number, run, step } from '../test/twilio';
import { applyEvent } from './applyEvent';
import { adoptRun } from './applyTwilioEvent';
import type { Pages } from './patchPages';

const { id } = workspace;
const all = keys.numberList(id, {});
const needy = keys.numberList(id, { attention: true });
let queries: QueryClient;

const pages = <T>(...items: T[][]): Pages<T> => ({
  pages: items.map((list, index) => ({
    items: list,
    nextCursor: index < items.length - 1 ? String(index + 1) : null,
  })),
  pageParams: items.map((_, index) => (index === 0 ? null : String(index))),
});
const found = () => queries.getQueryData<TwilioConfiguration>(keys.twilio(id));
const listed = <T>(key: readonly unknown[]) =>
  queries.getQueryData<Pages<T>>(key)?.pages.map(({ items }) => items);
const stale = (key: readonly unknown[]) => queries.getQueryState(key)?.isInvalidated;
const happen = (type: string, data: unknown) =>
  applyEvent(queries, id, { seq: 1, type, data } as never);

beforeEach(() => {
  queries = new QueryClient();
  queries.setQueryData(keys.twilio(id), configuration());
  queries.setQueryData(all, pages([number(1), number(2)], [drifted(3)]));
  queries.setQueryData(needy, pages([drifted(3)]));
  queries.setQueryData(keys.messages(id), pages([message(2)], [message(1)]));
});

describe('a run', () => {
  test('is shown as it goes on', () => {
    happen('twilio.progress', run());
    expect(found()).toMatchObject({ state: 'working', run: { id: 'run-1' } });
    expect(stale(keys.twilio(id))).toBe(false);
  });

  test('has the account read when a step has ended, and the numbers when they are counted', () => {
    const saved = step('saving', { state: 'done', endedAt: '2026-11-20T10:41:07Z' });
    happen('twilio.progress', run({ steps: [saved, step('numbers')] }));
    expect([stale(keys.twilio(id)), stale(all)]).toEqual([true, false]);
    const counted = step('numbers', { state: 'running', total: 3000 });
    happen('twilio.progress', run({ steps: [saved, counted] }));
    expect(stale(all)).toBe(true);
  });

  test('has nothing read for each number that it deals with', () => {
    const at = (done: number) => run({ steps: [step('numbers', { done, total: 3000 })] });
    queries.setQueryData(keys.twilio(id), configuration({ run: at(1) }));
    happen('twilio.progress', at(2));
    expect([stale(keys.twilio(id)), stale(all)]).toEqual([false, false]);
  });

  test('that has ended has what it changed read again', () => {
    happen('twilio.progress', run({ state: 'done' }));
    expect(found()?.run?.state).toBe('done');
    expect([stale(keys.twilio(id)), stale(all)]).toEqual([true, true]);
  });

  test('that is older than the one shown changes nothing', () => {
    const newer = run({ id: 'run-2', startedAt: '2026-11-20T11:00:00Z' });
    happen('twilio.progress', newer);
    happen('twilio.progress', run());
    expect(found()?.run?.id).toBe('run-2');
  });

  test('whose end came before the answer that began it stays ended', () => {
    happen('twilio.progress', run({ state: 'done' }));
    adoptRun(queries, id, run());
    expect(found()?.run?.state).toBe('done');
  });
});

test('drift is shown at once; the rest of the configuration and the numbers are read again', () => {
  happen('twilio.drift', check({ state: 'drift' }));
  expect(found()?.check?.state).toBe('drift');
  expect([stale(keys.twilio(id)), stale(all), stale(needy)]).toEqual([true, true, true]);
});

describe('a number', () => {
  test('changes where it stands, and leaves the list of those that need somebody', () => {
    happen('number.updated', number(3));
    expect(listed<WorkspaceNumber>(all)?.[1]).toEqual([number(3)]);
    expect(listed(needy)).toEqual([[]]);
  });

  test('that begins to need somebody has that list read again', () => {
    happen('number.updated', drifted(2));
    expect([stale(needy), stale(all)]).toEqual([true, false]);
  });

  test('that was released goes', () => {
    happen('number.updated', number(1, { status: 'released' }));
    expect(listed<WorkspaceNumber>(all)?.[0]?.map((one) => one.id)).toEqual(['number-2']);
  });

  test('of another workspace keeps the name that was read', () => {
    const elsewhere = number(1, { connection: 'elsewhere', heldBy: 'Alder' });
    queries.setQueryData(all, pages([elsewhere]));
    happen('number.updated', { ...elsewhere, heldBy: null, friendlyName: 'New' });
    expect(listed<WorkspaceNumber>(all)?.[0]?.[0]).toMatchObject({
      heldBy: 'Alder',
      friendlyName: 'New',
    });
  });

  test('of thousands in a run asks for nothing to be read', () => {
    happen('twilio.progress', run());
    happen('number.updated', number(77));
    expect([stale(all), stale(keys.twilio(id))]).toEqual([false, false]);
  });

  test('many at once have every list read again', () => {
    happen('numbers.changed', { total: 3000 });
    expect([stale(all), stale(needy), stale(keys.twilio(id))]).toEqual([true, true, true]);
  });
});

describe('a text', () => {
  test('that comes stands first, once however often it is said', () => {
    happen('message.received', message(3));
    happen('message.received', message(3));
    expect(listed<Message>(keys.messages(id))).toEqual([[message(3), message(2)], [message(1)]]);
  });

  test('changes its status where it stands', () => {
    happen('message.updated', message(1, { status: 'delivered' }));
    expect(listed<Message>(keys.messages(id))?.[1]?.[0]?.status).toBe('delivered');
  });
});
