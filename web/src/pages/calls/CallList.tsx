import { useRouter } from '@tanstack/react-router';
import { type KeyboardEvent, type MouseEvent, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Call, CallViewFilter } from '../../api/types';
import { dayOf } from '../../i18n/format';
import { ColumnHead } from '../../ui/ColumnHead';
import { FreshPill } from '../../ui/FreshPill';
import { useHeld } from '../../ui/useHeld';
import { useNarrow } from '../../ui/useNarrow';
import { VirtualRows } from '../../ui/VirtualRows';
import { CallCard } from './CallCard';
import { CallRow } from './CallRow';
import classes from './calls.module.css';
import { dayKeys } from './days';
import { useNumberNames } from './useNumberNames';

const ROW = 40;
const TOUCH_ROW = 56;
const CARD = 53;
const DAY = 34;

/** The history in a frame of its own, day by day. */
export function CallList({
  calls,
  total,
  filter,
  current,
  more,
  loading,
  failed,
  onMore,
}: {
  calls: readonly Call[];
  total: number | undefined;
  filter: CallViewFilter;
  /** The call that is open beside the list; then the list is narrow. Null for a narrow list beside none. */
  current?: string | undefined;
  more: boolean;
  loading: boolean;
  failed: unknown;
  onMore(): void;
}) {
  const { t } = useTranslation();
  const router = useRouter();
  const nameOfOurs = useNumberNames();
  const narrow = useNarrow();
  const { shown, waiting, frame, setFrame, onScroll, showNew } = useHeld(calls);
  const days = useMemo(() => {
    const keyOf = dayKeys();
    return {
      of: ({ createdAt }: Call) => keyOf(createdAt),
      head: (day: string, count: number | undefined) => (
        <>
          <b className={classes.day}>{dayOf(day)}</b>
          {count !== undefined && ` · ${t('call.count', { count })}`}
        </>
      ),
      height: DAY,
    };
  }, [t]);

  // One address for all rows: to make one for each takes longer than drawing it.
  const search = useMemo(
    () => router.buildLocation({ to: '/calls', search: filter }).searchStr,
    [router, filter],
  );

  function onClick(event: MouseEvent<HTMLElement>): void {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-row-focus]');
    const elsewhere = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
    if (!link || elsewhere || event.button !== 0) return;
    event.preventDefault();
    router.history.push(link.getAttribute('href') ?? '/calls');
  }

  /** ↓ goes from the frame into its first row. */
  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    if (event.key !== 'ArrowDown' || event.target !== frame) return;
    const first = frame?.querySelector<HTMLElement>('[data-row-focus]');
    if (!first) return;
    event.preventDefault();
    first.focus();
  }

  const card = current !== undefined;
  return (
    <div className={classes.place}>
      <FreshPill waiting={waiting} label={t('call.new', { count: waiting })} onShow={showNew} />
      <section
        ref={setFrame}
        className={card ? classes.cards : classes.frame}
        aria-label={t('call.history')}
        onScroll={onScroll}
        onKeyDown={onKeyDown}
        onClick={onClick}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled list must be reachable by keys
        tabIndex={0}
      >
        <VirtualRows
          items={shown}
          label={t('call.history')}
          frame={frame}
          height={card ? CARD : narrow ? TOUCH_ROW : ROW}
          fixed
          total={total}
          sections={days}
          head={card ? undefined : <Head />}
          rowClass={card ? undefined : classes.columns}
          more={more}
          loading={loading}
          failed={failed}
          onMore={onMore}
          row={(call) =>
            card ? (
              <CallCard
                call={call}
                ours={nameOfOurs(call)}
                search={search}
                current={call.id === current}
              />
            ) : (
              <CallRow call={call} ours={nameOfOurs(call)} search={search} />
            )
          }
        />
        {!more && <p className={classes.end}>{t('call.end')}</p>}
      </section>
    </div>
  );
}

function Head() {
  const { t } = useTranslation();
  return (
    <div className={classes.row}>
      <ColumnHead>
        <span className={classes.hidden}>{t('call.column.kind')}</span>
      </ColumnHead>
      <ColumnHead>{t('call.column.person')}</ColumnHead>
      <span className={classes.note} role="columnheader" tabIndex={-1}>
        {t('call.column.note')}
      </span>
      <span className={classes.ours} role="columnheader" tabIndex={-1}>
        {t('call.column.number')}
      </span>
      <span className={classes.agent} role="columnheader" tabIndex={-1}>
        {t('call.column.agent')}
      </span>
      <span className={classes.outcome} role="columnheader" tabIndex={-1}>
        {t('call.column.outcome')}
      </span>
      <span className={classes.length} role="columnheader" tabIndex={-1}>
        {t('call.column.length')}
      </span>
      <span className={classes.time} role="columnheader" tabIndex={-1}>
        {t('call.column.time')}
      </span>
    </div>
  );
}
