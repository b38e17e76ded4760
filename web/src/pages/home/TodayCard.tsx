import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { liveCallsQuery } from '../../api/callQueries';
import { answer, api } from '../../api/client';
import { keys } from '../../api/queries';
import { useSession } from '../../session/SessionContext';
import { useAfterChange } from '../../ui/useAfterChange';
import { useNow } from '../../ui/useNow';
import page from '../page.module.css';
import classes from './HomePage.module.css';

const OUTCOMES = ['answered', 'missed', 'abandoned', 'voicemail'] as const;
/** Where calls come and go all the time, nobody reads counts faster. */
const RECOUNT_MS = 2_000;
type Outcome = (typeof OUTCOMES)[number];

/** The beginning of the reader's own day. */
export function dayBegin(now: number): string {
  const day = new Date(now);
  day.setHours(0, 0, 0, 0);
  return day.toISOString();
}

/** How many calls came in since midnight, by what became of them; as the server counts. */
function useToday(): Record<Outcome, number> | undefined {
  const { workspace } = useSession();
  const now = useNow(60_000);
  const since = useMemo(() => dayBegin(now), [now]);
  const { data: live } = useQuery(liveCallsQuery(workspace.id));
  const { data, refetch } = useQuery({
    queryKey: [...keys.calls(workspace.id), 'today', since],
    queryFn: async ({ signal }) => {
      const counts = await Promise.all(
        OUTCOMES.map(async (outcome) => {
          const query = { direction: 'inbound', outcome, since, limit: 1 } as const;
          const { total } = await answer(api.GET('/api/calls', { params: { query }, signal }));
          return [outcome, total ?? 0] as const;
        }),
      );
      return Object.fromEntries(counts) as Record<Outcome, number>;
    },
    staleTime: 30_000,
  });
  useAfterChange(live?.length, RECOUNT_MS, () => void refetch());
  return data;
}

/** Today in calls; each count leads to the latest of its kind. */
export function TodayCard() {
  const { t } = useTranslation();
  const today = useToday();
  return (
    <section className={classes.today} aria-labelledby="today">
      <h3 id="today" className={classes.cardTitle}>
        {t('home.today')}
      </h3>
      <ul className={classes.figures}>
        {OUTCOMES.map((outcome) => (
          <li key={outcome} className={page.card}>
            <Link to="/calls" search={{ direction: 'inbound', outcome, days: 1 }}>
              <b data-outcome={today?.[outcome] ? outcome : undefined}>{today?.[outcome] ?? '–'}</b>
              {t(`home.figure.${outcome}`)}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
