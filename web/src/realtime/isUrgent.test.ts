import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { keys } from '../api/queries';
import type { Call } from '../api/types';
import { workspace } from '../test/fixtures';
import { callWith, ME } from '../test/phone';
import type { RealtimeEvent } from './frames';
import { isUrgent } from './isUrgent';

const queries = new QueryClient();
const urgent = (type: string, change: Partial<Call>) =>
  isUrgent(queries, workspace.id, ME, { seq: 1, type, data: callWith(change) } as RealtimeEvent);

test('a call that rings here is urgent, one that rings for others is not', () => {
  expect(urgent('call.offered', {})).toBe(true);
  expect(urgent('call.offered', { offeredTo: ['member-Ben'] })).toBe(false);
  expect(urgent('call.updated', {})).toBe(false);
});

test('that somebody took a call is urgent where it rings', () => {
  const taken: Partial<Call> = { stage: 'claimed', memberId: 'member-Ben', offeredTo: [] };
  queries.setQueryData(keys.liveCalls(workspace.id), [callWith({})]);
  expect(urgent('call.claimed', taken)).toBe(true);
  queries.setQueryData(keys.liveCalls(workspace.id), [callWith({ offeredTo: ['member-Ben'] })]);
  expect(urgent('call.claimed', taken)).toBe(false);
});
