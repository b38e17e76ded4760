import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { ErrorPanel } from './ErrorPanel';
import classes from './VirtualRows.module.css';

/** So many rows before the end, the next page is asked for. */
const AHEAD = 12;

export interface RowsOf<T> {
  items: readonly T[];
  label: string;
  /** What scrolls, as soon as it stands: the page, or a frame of the list's own. */
  frame: HTMLElement | null;
  /** The height of a row that shows no more than its line, in pixels. */
  height: number;
  /** How many there are in all, where the server tells. */
  total?: number | undefined;
  /** The cells of one row. */
  row(item: T, index: number): ReactNode;
  /** The cells of the head. */
  head?: ReactNode;
  rowClass?: string | undefined;
  more: boolean;
  loading: boolean;
  failed: unknown;
  onMore(): void;
}

/** Only the rows in sight exist, so that thousands scroll like ten; a row may be opened and grow. */
export function VirtualRows<T extends { id: string }>(props: RowsOf<T>) {
  const { items, label, frame, height, total, row, head, rowClass, more, failed, onMore } = props;
  const list = useRef<HTMLDivElement>(null);
  const margin = useMargin(frame, list);
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => frame,
    getItemKey: (index) => items[index]?.id ?? index,
    estimateSize: () => height,
    overscan: 10,
    scrollMargin: margin,
  });
  const shown = virtual.getVirtualItems();
  const last = shown[shown.length - 1]?.index ?? 0;
  const wanted = more && !props.loading && !failed && last >= items.length - AHEAD;

  useEffect(() => {
    if (wanted) onMore();
  }, [wanted, onMore]);

  /** ↑ and ↓ go from what opens a row to that of the next. */
  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const from = (event.target as Element).closest('[data-row-focus]')?.closest('[data-index]');
    if (step === 0 || !from) return;
    const index = Number(from.getAttribute('data-index')) + step;
    const next = list.current?.querySelector<HTMLElement>(
      `[data-index="${index}"] [data-row-focus]`,
    );
    if (!next) return;
    event.preventDefault();
    next.focus({ preventScroll: true });
    virtual.scrollToIndex(index);
  }

  return (
    <>
      <div
        role="table"
        aria-label={label}
        aria-rowcount={total ?? (more ? -1 : items.length + (head ? 1 : 0))}
      >
        {head && (
          // biome-ignore lint/a11y/useFocusableInteractive: a table's rows are read, not focused
          <div role="row" className={`${classes.head} ${rowClass ?? ''}`} aria-rowindex={1}>
            {head}
          </div>
        )}
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to what is in the rows */}
        <div
          ref={list}
          className={classes.list}
          style={{ height: virtual.getTotalSize() }}
          onKeyDown={onKeyDown}
        >
          {shown.map(({ key, index, start }) => {
            const item = items[index];
            return (
              item && (
                // biome-ignore lint/a11y/useFocusableInteractive: a table's rows are read, not focused
                <div
                  key={key}
                  ref={virtual.measureElement}
                  role="row"
                  className={`${classes.row} ${rowClass ?? ''}`}
                  data-index={index}
                  aria-rowindex={index + (head ? 2 : 1)}
                  style={{ minHeight: height, transform: `translateY(${start - margin}px)` }}
                >
                  {row(item, index)}
                </div>
              )
            );
          })}
        </div>
      </div>
      {failed !== undefined && <ErrorPanel error={failed} onRetry={onMore} />}
    </>
  );
}

/** How far below the frame's beginning the list begins; what stands above it may grow. */
function useMargin(frame: HTMLElement | null, list: RefObject<HTMLElement | null>): number {
  const [margin, setMargin] = useState(0);
  useLayoutEffect(() => {
    const inner = list.current;
    if (!frame || !inner) return;
    const measure = () =>
      setMargin(
        Math.round(
          inner.getBoundingClientRect().top - frame.getBoundingClientRect().top + frame.scrollTop,
        ),
      );
    measure();
    const observer = new ResizeObserver(measure);
    for (const child of frame.children) observer.observe(child);
    return () => observer.disconnect();
  }, [frame, list]);
  return margin;
}
