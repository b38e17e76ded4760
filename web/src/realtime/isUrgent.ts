import type { QueryClient } from '@tanstack/react-query';
import { keys } from '../api/queries';
import type { Call } from '../api/types';
import type { RealtimeEvent } from './frames';

/** Whether somebody waits for it: a call begins to ring for this member, or one that rings for them is taken. */
export function isUrgent(
  client: QueryClient,
  workspaceId: string,
  memberId: string,
  event: RealtimeEvent,
): boolean {
  if (event.type === 'call.offered') return event.data.offeredTo.includes(memberId);
  if (event.type !== 'call.claimed') return false;
  const live = client.getQueryData<Call[]>(keys.liveCalls(workspaceId));
  const before = live?.find(({ id }) => id === event.data.id);
  return before?.stage === 'offered' && before.offeredTo.includes(memberId);
}
