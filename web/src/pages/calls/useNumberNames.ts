import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { allNumbersQuery } from '../../api/twilioQueries';
import type { Call } from '../../api/types';
import { oursOf } from '../../phone/words';
import { useSession } from '../../session/SessionContext';
import { phoneNumber } from '../../ui/phoneNumber';

/** What our number of a call is called by now; the number itself, where it has no name or is gone. */
export function useNumberNames(): (call: Call) => string {
  const { workspace, can } = useSession();
  const { data } = useQuery({ ...allNumbersQuery(workspace.id), enabled: can('numbers.read') });
  const names = useMemo(
    () => new Map(data?.map(({ id, friendlyName }) => [id, friendlyName])),
    [data],
  );
  return useCallback(
    (call) => names.get(call.numberId ?? '') || phoneNumber(oursOf(call)),
    [names],
  );
}
