import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { beforeEach, describe, expect, test } from 'vitest';
import { keys } from '../api/queries';
import type { Member, Presence, Session } from '../api/types';
import { member, sessionOf, workspace } from '../test/fixtures';
import { applyEvent, applySnapshot } from './applyEvent';

const hugo = member('Hugo', 'owner');
const mara = member('Mara');
const available: Presence = {
  memberId: mara.id,
  status: 'available',
  since: '2026-11-20T11:00:00Z',
};
const key = keys.members(workspace.id);
let queries: QueryClient;

const members = () => queries.getQueryData<Member[]>(key);
const names = () => members()?.map(({ name }) => name);

beforeEach(() => {
  queries = new QueryClient();
  queries.setQueryData(key, [hugo, mara]);
  queries.setQueryData(keys.session, sessionOf(hugo));
});

describe('an event changes what the pages show', () => {
  test('presence', () => {
    applyEvent(queries, workspace.id, { seq: 1, type: 'member.presence', data: available });
    expect(members()?.[1]?.presence).toEqual(available);
    expect(members()?.[0]).toBe(hugo);
  });

  test('somebody joins, in the order of names, and once however often it is said', () => {
    const event = { seq: 1, type: 'member.joined', data: member('Ines') } as const;
    applyEvent(queries, workspace.id, event);
    applyEvent(queries, workspace.id, event);
    expect(names()).toEqual(['Hugo', 'Ines', 'Mara']);
  });

  test('somebody goes', () => {
    applyEvent(queries, workspace.id, {
      seq: 1,
      type: 'member.removed',
      data: { memberId: mara.id },
    });
    expect(names()).toEqual(['Hugo']);
  });

  test('the workspace is renamed', () => {
    const renamed = { ...workspace, name: 'Alder' };
    applyEvent(queries, workspace.id, { seq: 1, type: 'workspace.updated', data: renamed });
    const session = queries.getQueryData<Session>(keys.session);
    expect(session?.memberships[0]?.workspace.name).toBe('Alder');
  });

  test('my own role is another: my permissions are read again', () => {
    applyEvent(queries, workspace.id, {
      seq: 1,
      type: 'member.updated',
      data: { ...hugo, role: 'agent' },
    });
    expect(queries.getQueryState(keys.session)?.isInvalidated).toBe(true);
  });

  test('a type that this desk does not know is passed over', () => {
    applyEvent(queries, workspace.id, { seq: 1, type: 'call.offered', data: {} } as never);
    expect(names()).toEqual(['Hugo', 'Mara']);
  });
});

describe('an event and a read at the same time', () => {
  test('a read answered before the event does not undo it', async () => {
    let answerWith: (members: Member[]) => void = () => {};
    const observer = new QueryObserver(queries, {
      queryKey: key,
      queryFn: () => new Promise<Member[]>((resolve) => (answerWith = resolve)),
    });
    const unsubscribe = observer.subscribe(() => {});
    const read = observer.refetch();
    applyEvent(queries, workspace.id, { seq: 1, type: 'member.presence', data: available });
    answerWith([hugo, mara]);
    await read;
    expect(members()?.[1]?.presence).toEqual(available);
    unsubscribe();
  });

  test('an event does not make old data look freshly read', () => {
    queries.setQueryData(key, [hugo, mara], { updatedAt: 1 });
    void queries.invalidateQueries({ queryKey: key, refetchType: 'none' });
    applyEvent(queries, workspace.id, { seq: 1, type: 'member.presence', data: available });
    expect(queries.getQueryState(key)).toMatchObject({ dataUpdatedAt: 1, isInvalidated: true });
  });
});

describe('a snapshot', () => {
  const snapshot = { seq: 7, type: 'snapshot', data: { presence: [available] } } as const;

  test('sets presence and has everything that was read read again', () => {
    applySnapshot(queries, workspace.id, { ...snapshot, data: { presence: [available] } });
    expect(members()?.[1]?.presence).toEqual(available);
    expect(queries.getQueryState(key)?.isInvalidated).toBe(true);
  });

  test('touches no other workspace', () => {
    const other = keys.members('other');
    queries.setQueryData(other, [mara], { updatedAt: 1 });
    applySnapshot(queries, workspace.id, { ...snapshot, data: { presence: [available] } });
    expect(queries.getQueryState(other)?.isInvalidated).toBe(false);
    expect(queries.getQueryData<Member[]>(other)?.[0]).toBe(mara);
  });
});
