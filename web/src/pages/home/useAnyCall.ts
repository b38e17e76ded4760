import { useQuery } from '@tanstack/react-query';
import { liveCallsQuery } from '../../api/callQueries';
import type { Call } from '../../api/types';
import { useSession } from '../../session/SessionContext';
import { useAfterChange } from '../../ui/useAfterChange';
import { lastCallQuery } from './queries';

/** Of many calls at once, one is as good as the other. */
const LOOK_MS = 1_000;

export interface AnyCall {
  /** Undefined until it is known, or for those who may not see calls. */
  last: Call | null | undefined;
  /** Whether a call is running just now. */
  live: boolean;
}

/** Whether this workspace has ever had a call, and the newest of them. */
export function useAnyCall(): AnyCall {
  const { workspace, can } = useSession();
  const enabled = can('calls.read');
  const { data: running } = useQuery({ ...liveCallsQuery(workspace.id), enabled });
  const { data: last, refetch } = useQuery({ ...lastCallQuery(workspace.id), enabled });
  const now = running?.map(({ id, stage }) => `${id}${stage}`).join();
  // A call that begins or ends is told by the list of running ones.
  useAfterChange(enabled ? now : undefined, LOOK_MS, () => void refetch());
  return { last: last ?? (running?.[0] || last), live: (running?.length ?? 0) > 0 };
}
