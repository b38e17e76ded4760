import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../api/client';
import { keys } from '../../api/queries';
import type { WorkspaceNumber } from '../../api/types';
import { useSession } from '../../session/SessionContext';

/** Null where there is none; undefined until it is known, or for those who may not see numbers. */
export type FirstNumber = WorkspaceNumber | null | undefined;

/** The workspace's first number, on which a first call is made. */
export function useFirstNumber(): FirstNumber {
  const { workspace, can } = useSession();
  const { data } = useQuery({
    queryKey: [...keys.numbers(workspace.id), 'first'],
    queryFn: async ({ signal }) =>
      (await answer(api.GET('/api/numbers', { params: { query: { limit: 1 } }, signal })))
        .items[0] ?? null,
    enabled: can('numbers.read'),
  });
  return data;
}
