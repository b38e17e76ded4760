import { useQuery } from '@tanstack/react-query';
import type { WorkspaceNumber } from '../../api/types';
import { useSession } from '../../session/SessionContext';
import { firstNumberQuery } from './queries';

/** Null where there is none; undefined until it is known, or for those who may not see numbers. */
export type FirstNumber = WorkspaceNumber | null | undefined;

/** The workspace's first number, on which a first call is made. */
export function useFirstNumber(): FirstNumber {
  const { workspace, can } = useSession();
  const { data } = useQuery({ ...firstNumberQuery(workspace.id), enabled: can('numbers.read') });
  return data;
}
