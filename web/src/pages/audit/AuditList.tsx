import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { AuditEntry } from '../../api/types';
import { dayOf } from '../../i18n/format';
import { ErrorPanel } from '../../ui/ErrorPanel';
import { AuditRow } from './AuditRow';
import classes from './audit.module.css';

type Line = { day: string } | { entry: AuditEntry };

const ROW = 52;
const DAY = 34;
/** So many rows before the end, the next page is asked for. */
const AHEAD = 12;

/** Only the rows in sight exist, so that a long log scrolls like a short one. */
export function AuditList({
  entries,
  more,
  loading,
  failed,
  onMore,
}: {
  entries: readonly AuditEntry[];
  more: boolean;
  loading: boolean;
  failed: unknown;
  onMore(): void;
}) {
  const { t } = useTranslation();
  const frame = useRef<HTMLDivElement>(null);
  const lines = useMemo(() => withDays(entries), [entries]);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => frame.current,
    estimateSize: (index) => (isDay(lines[index]) ? DAY : ROW),
    overscan: 8,
  });
  const shown = virtual.getVirtualItems();
  const lastShown = shown[shown.length - 1]?.index ?? 0;
  const wanted = more && !loading && !failed && lastShown >= lines.length - AHEAD;

  useEffect(() => {
    if (wanted) onMore();
  }, [wanted, onMore]);

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled list must be reachable by keys
    <section className={classes.frame} ref={frame} aria-label={t('nav.auditLog')} tabIndex={0}>
      <div
        className={classes.list}
        role="table"
        aria-label={t('nav.auditLog')}
        aria-rowcount={more ? -1 : entries.length}
        style={{ height: virtual.getTotalSize() }}
      >
        {shown.map(({ key, index, start }) => {
          const line = lines[index];
          if (!line) return null;
          const style = { transform: `translateY(${start}px)` };
          return 'day' in line ? (
            // biome-ignore lint/a11y/useFocusableInteractive: the whole list is focusable, its rows are read
            <div key={key} className={classes.day} style={style} role="row">
              <span role="cell">{line.day}</span>
            </div>
          ) : (
            <AuditRow key={key} entry={line.entry} index={index + 1} style={style} />
          );
        })}
      </div>
      {failed !== undefined && <ErrorPanel error={failed} onRetry={onMore} />}
      {!more && <p className={classes.end}>{t('audit.end')}</p>}
    </section>
  );
}

const isDay = (line: Line | undefined): boolean => line !== undefined && 'day' in line;

function withDays(entries: readonly AuditEntry[]): Line[] {
  const lines: Line[] = [];
  let current = '';
  for (const entry of entries) {
    const day = dayOf(entry.at);
    if (day !== current) lines.push({ day });
    current = day;
    lines.push({ entry });
  }
  return lines;
}
