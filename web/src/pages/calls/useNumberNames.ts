import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { allNumbersQuery } from '../../api/twilioQueries';
import { type Ends, nameOfOurs } from '../../phone/words';
import { useSession } from '../../session/SessionContext';

/**
 * What our number of a call or a text is called by now; the number itself, where it has no name, is gone, or its name
 * may not be read.
 */
export function useNumberNames(): (one: Ends & { numberId: string | null }) => string {
  const { workspace, can } = useSession();
  const { data } = useQuery({ ...allNumbersQuery(workspace.id), enabled: can('numbers.read') });
  const names = useMemo(
    () => new Map(data?.map(({ id, friendlyName }) => [id, friendlyName])),
    [data],
  );
  return useCallback((one) => nameOfOurs(one, names.get(one.numberId ?? '')), [names]);
}
