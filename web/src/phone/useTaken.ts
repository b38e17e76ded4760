import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { liveCallsQuery } from '../api/callQueries';
import type { Call } from '../api/types';
import { useSession } from '../session/SessionContext';

/** So long a card says who was quicker, before it folds. */
export const TOLD_MS = 1_200;

/** Offers that have just gone because somebody else answered, as the server says them now. */
export function useTaken(offers: readonly Call[]): readonly Call[] {
  const { workspace, membership, can } = useSession();
  const { data: live } = useQuery({
    ...liveCallsQuery(workspace.id),
    enabled: can('calls.read'),
  });
  const [taken, setTaken] = useState<readonly Call[]>([]);
  const before = useRef(offers);
  const timers = useRef(new Set<ReturnType<typeof setTimeout>>());

  useEffect(() => {
    const gone = before.current.filter(({ id }) => !offers.some((offer) => offer.id === id));
    before.current = offers;
    const now = gone.flatMap(({ id }) => live?.find((call) => call.id === id) ?? []);
    const byOthers = now.filter(
      ({ memberId, memberName }) => memberName !== null && memberId !== membership.memberId,
    );
    if (byOthers.length === 0) return;
    setTaken((former) => [...former, ...byOthers]);
    const timer = setTimeout(() => {
      timers.current.delete(timer);
      setTaken((former) => former.filter((call) => !byOthers.includes(call)));
    }, TOLD_MS);
    timers.current.add(timer);
  }, [offers, live, membership.memberId]);

  useEffect(() => () => timers.current.forEach(clearTimeout), []);
  return taken;
}
