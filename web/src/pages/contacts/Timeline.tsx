import { Button } from '@mantine/core';
import { type UseInfiniteQueryResult, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { callsQuery, liveCallsQuery } from '../../api/callQueries';
import { messagesWithQuery } from '../../api/twilioQueries';
import type { Call, Contact } from '../../api/types';
import { useSession } from '../../session/SessionContext';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorPanel } from '../../ui/ErrorPanel';
import { SkeletonRows } from '../../ui/Skeleton';
import { called } from './called';
import classes from './contact.module.css';
import {
  byDay,
  type Entry,
  holdsUp,
  type Loaded,
  loadedCalls,
  loadedTexts,
  merged,
} from './entries';
import { TimelineCall } from './TimelineCall';
import { TimelineText } from './TimelineText';

const PAGE = 50;

/** Every call and text with somebody, newest first; a call that runs stands above. */
export function Timeline({ contact }: { contact: Contact }) {
  const { t } = useTranslation();
  const { workspace } = useSession();
  const texts = useTexts(contact);
  const list = useInfiniteQuery(callsQuery(workspace.id, { contactId: contact.id }, PAGE));
  const { data: running } = useQuery(liveCallsQuery(workspace.id));
  const live = useMemo(
    () => running?.filter(({ contactId }) => contactId === contact.id) ?? [],
    [running, contact.id],
  );
  const over = useLoaded(list, loadedCalls);
  const lists = [over, texts.loaded].filter((one) => one !== undefined);
  const entries = merged(lists);
  useRereading(live, () => void list.refetch());
  const how = useHowMuch(list.data?.pages[0]?.total ?? 0, texts.loaded);
  useReadingOn(over, list);
  const nothing = live.length === 0 && entries.length === 0 && over && !texts.isLoading;

  function more(): void {
    if (over && holdsUp(over, lists)) void list.fetchNextPage();
    if (texts.loaded && holdsUp(texts.loaded, lists)) texts.more();
  }

  return (
    <section
      className={classes.timeline}
      aria-label={t('contacts.timeline')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled list must be reachable by keys
      tabIndex={0}
    >
      {how !== '' && <p className={classes.total}>{how}</p>}
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
      {texts.error && <ErrorPanel error={texts.error} onRetry={texts.retry} />}
      {over &&
        byDay(entries).map((one) => (
          <section key={one.day} className={classes.day}>
            <h3>{one.day}</h3>
            <ol>
              {one.entries.map((entry) => (
                <Told key={entry.id} entry={entry} />
              ))}
            </ol>
          </section>
        ))}
      {lists.some((one) => one.more) && (
        <Button
          variant="default"
          loading={list.isFetchingNextPage || texts.isFetchingMore}
          onClick={more}
        >
          {t('action.showMore')}
        </Button>
      )}
    </section>
  );
}

const Told = ({ entry }: { entry: Entry }) =>
  entry.kind === 'call' ? (
    <TimelineCall call={entry.call} />
  ) : (
    <TimelineText message={entry.message} />
  );

/** How many calls, and texts: of those the server does not say how many there are, only whether there are more. */
function useHowMuch(calls: number, texts: Loaded | undefined): string {
  const { t } = useTranslation();
  const count = texts?.entries.length ?? 0;
  const said = [
    calls > 0 ? t('contacts.calls', { count: calls }) : '',
    count > 0 ? t(texts?.more ? 'contacts.textsAndMore' : 'contacts.texts', { count }) : '',
  ];
  return said.filter((part) => part !== '').join(', ');
}

/** What a list that is read page by page tells so far. */
function useLoaded<T>(
  { data, hasNextPage }: { data: { pages: { items: T[] }[] } | undefined; hasNextPage: boolean },
  loadedOf: (items: readonly T[], more: boolean) => Loaded,
): Loaded | undefined {
  return useMemo(
    () =>
      data &&
      loadedOf(
        data.pages.flatMap(({ items }) => items),
        hasNextPage,
      ),
    [data, hasNextPage, loadedOf],
  );
}

/** The texts from and to any of their numbers, for those who may read texts. */
function useTexts({ phones }: Contact) {
  const { workspace, can } = useSession();
  const numbers = phones.map((phone) => phone.phoneNumber).sort();
  const list = useInfiniteQuery({
    ...messagesWithQuery(workspace.id, numbers, PAGE),
    enabled: can('messages.read') && numbers.length > 0,
  });
  return {
    loaded: useLoaded(list, loadedTexts),
    isLoading: list.isLoading,
    isFetchingMore: list.isFetchingNextPage,
    error: list.data ? null : list.error,
    more: () => void list.fetchNextPage(),
    retry: () => void list.refetch(),
  };
}

/** Of calls that all run still nothing is told, and where texts belong among those before is not known: it is read on. */
function useReadingOn(
  over: Loaded | undefined,
  { isFetching, isFetchNextPageError, fetchNextPage }: UseInfiniteQueryResult,
): void {
  const wanted = over?.entries.length === 0 && over.more && !isFetching && !isFetchNextPageError;
  useEffect(() => {
    if (wanted) void fetchNextPage();
  }, [wanted, fetchNextPage]);
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
