import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { callsQuery } from '../../api/callQueries';
import type { Call, CallViewFilter } from '../../api/types';
import { useSession } from '../../session/SessionContext';
import { PAGE } from './history';
import { useNewest } from './useNewest';
import { asked } from './view';

/** The calls that a filter asks for, newest first, kept up to date. */
export function useCalls(filter: CallViewFilter) {
  const { workspace, can } = useSession();
  const key = JSON.stringify(asked(filter));
  const question = useMemo(() => JSON.parse(key) as ReturnType<typeof asked>, [key]);
  const list = useInfiniteQuery({
    ...callsQuery(workspace.id, question, PAGE),
    enabled: can('calls.read'),
  });
  useNewest(workspace.id, question, PAGE);
  const calls = useMemo<Call[] | undefined>(
    () => list.data && ([] as Call[]).concat(...list.data.pages.map(({ items }) => items)),
    [list.data],
  );
  return { list, calls, total: list.data?.pages[0]?.total ?? undefined, question };
}
