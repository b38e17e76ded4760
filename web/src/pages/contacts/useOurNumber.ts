import { useQuery } from '@tanstack/react-query';
import { allNumbersQuery } from '../../api/twilioQueries';
import { useSession } from '../../session/SessionContext';
import { phoneNumber } from '../../ui/phoneNumber';

/** Which of our numbers it was, by its name where one may read it; undefined of what is no number. */
export function useOurNumber(numberId: string | null, ours: string): string | undefined {
  const { workspace, can } = useSession();
  const { data: name } = useQuery({
    ...allNumbersQuery(workspace.id),
    enabled: can('numbers.read'),
    select: (numbers) => numbers.find(({ id }) => id === numberId)?.friendlyName,
  });
  if (name) return /^\+\d+$/.test(name) ? phoneNumber(name) : name;
  return /^\+\d+$/.test(ours) ? phoneNumber(ours) : undefined;
}
