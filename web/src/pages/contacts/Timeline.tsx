import { Button } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { callsQuery, liveCallsQuery } from '../../api/callQueries';
import type { Call, Contact } from '../../api/types';
import { dayOf } from '../../i18n/format';
import { useSession } from '../../session/SessionContext';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorPanel } from '../../ui/ErrorPanel';
import { SkeletonRows } from '../../ui/Skeleton';
import { called } from './called';
import classes from './contact.module.css';
import { TimelineCall } from './TimelineCall';

const PAGE = 50;

/** Calls of one day, in the order in which they came. */
export function byDay(calls: readonly Call[]): { day: string; calls: Call[] }[] {
  const days: { day: string; calls: Call[] }[] = [];
  for (const call of calls) {
    const day = dayOf(call.createdAt);
    const last = days[days.length - 1];
    if (last?.day === day) last.calls.push(call);
    else days.push({ day, calls: [call] });
  }
  return days;
}

/** Every call with somebody, newest first; one that runs stands above. */
export function Timeline({ contact }: { contact: Contact }) {
  const { t } = useTranslation();
  const { workspace } = useSession();
  const list = useInfiniteQuery(callsQuery(workspace.id, { contactId: contact.id }, PAGE));
  const { data: running } = useQuery(liveCallsQuery(workspace.id));
  const live = useMemo(
    () => running?.filter(({ contactId }) => contactId === contact.id) ?? [],
    [running, contact.id],
  );
  const over = useMemo(
    () => list.data?.pages.flatMap(({ items }) => items.filter(({ endedAt }) => endedAt !== null)),
    [list.data],
  );
  useRereading(live, () => void list.refetch());
  const total = list.data?.pages[0]?.total;
  const nothing = live.length === 0 && over?.length === 0;

  return (
    <section
      className={classes.timeline}
      aria-label={t('contacts.timeline')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled list must be reachable by keys
      tabIndex={0}
    >
      {typeof total === 'number' && total > 0 && (
        <p className={classes.total}>{t('contacts.calls', { count: total })}</p>
      )}
      {live.length > 0 && (
        <ol className={classes.day} aria-label={t('contacts.now')}>
          {live.map((call) => (
            <TimelineCall key={call.id} call={call} />
          ))}
        </ol>
      )}
      {list.isPending && <SkeletonRows rows={5} height={64} />}
      {list.error && !over && <ErrorPanel error={list.error} onRetry={() => void list.refetch()} />}
      {nothing && <EmptyState>{t('contacts.noCalls', { name: called(contact) })}</EmptyState>}
      {over &&
        byDay(over).map(({ day, calls }) => (
          <section key={day} className={classes.day}>
            <h3>{day}</h3>
            <ol>
              {calls.map((call) => (
                <TimelineCall key={call.id} call={call} />
              ))}
            </ol>
          </section>
        ))}
      {list.hasNextPage && (
        <Button
          variant="default"
          loading={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {t('action.showMore')}
        </Button>
      )}
    </section>
  );
}

/** A call that has ended is no longer live, and not yet in the list: the list is read anew. */
function useRereading(live: readonly Call[], reread: () => void): void {
  const latest = useRef(reread);
  latest.current = reread;
  const now = live.map(({ id }) => id).join(' ');
  const before = useRef(now);
  useEffect(() => {
    if (before.current === now) return;
    before.current = now;
    latest.current();
  }, [now]);
}
