import { useQuery } from '@tanstack/react-query';
import { allNumbersQuery } from '../../api/twilioQueries';
import { type Ends, oursOf } from '../../phone/words';
import { useSession } from '../../session/SessionContext';
import { phoneNumber } from '../../ui/phoneNumber';

/** Which of our numbers it was, by its name where one may read it; undefined of what is no number. */
export function useOurNumber(one: Ends & { numberId: string | null }): string | undefined {
  const { workspace, can } = useSession();
  const { data: name } = useQuery({
    ...allNumbersQuery(workspace.id),
    enabled: can('numbers.read'),
    select: (numbers) => numbers.find(({ id }) => id === one.numberId)?.friendlyName,
  });
  if (name) return /^\+\d+$/.test(name) ? phoneNumber(name) : name;
  const ours = oursOf(one);
  return /^\+\d+$/.test(ours) ? phoneNumber(ours) : undefined;
}
