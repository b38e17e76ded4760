import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { ErrorPanel } from './ErrorPanel';
import { headAbove, type Lines, linesOf, type Sections } from './sections';
import classes from './VirtualRows.module.css';

/** So many rows before the end, the next page is asked for. */
const AHEAD = 12;
/** So many rows beyond those in sight are there for who scrolls; of a long list that was just opened, fewer. */
const BEYOND = 10;
const BEYOND_AT_FIRST = 2;
const LONG = 50;

export interface RowsOf<T> {
  items: readonly T[];
  label: string;
  /** What scrolls, as soon as it stands: the page, or a frame of the list's own. */
  frame: HTMLElement | null;
  /** The height of a row that shows no more than its line, in pixels. */
  height: number;
  /** Whether every row is exactly so high: then none is measured. */
  fixed?: boolean | undefined;
  /** How many there are in all, where the server tells. */
  total?: number | undefined;
  /** The cells of one row. */
  row(item: T, index: number): ReactNode;
  /** The cells of the head. */
  head?: ReactNode;
  /** What the rows are told apart by, such as days; the heading of the part in sight stays at the top. */
  sections?: Sections<T> | undefined;
  rowClass?: string | undefined;
  more: boolean;
  loading: boolean;
  failed: unknown;
  onMore(): void;
}

/** Only the rows in sight exist, so that thousands scroll like ten; a row may be opened and grow. */
export function VirtualRows<T extends { id: string }>(props: RowsOf<T>) {
  const { items, label, frame, height, fixed, total, row, head, sections, rowClass } = props;
  const { more, failed, onMore } = props;
  const list = useRef<HTMLDivElement>(null);
  const margin = useMargin(frame, list);
  const lines = useMemo(() => linesOf(items, sections, more), [items, sections, more]);
  const { heads } = lines;
  const sticky = useRef(-1);
  const keyOf = useKeyOf(lines, height, fixed);
  const virtual = useVirtualizer({
    count: lines.count,
    getScrollElement: () => frame,
    getItemKey: keyOf,
    estimateSize: (index) => (lines.at(index)?.item ? height : (sections?.height ?? height)),
    overscan: BEYOND,
    scrollMargin: margin,
    rangeExtractor: (range) => {
      sticky.current = headAbove(heads, range.startIndex);
      const justOpened = range.startIndex === 0 && range.count > LONG;
      const overscan = justOpened ? BEYOND_AT_FIRST : BEYOND;
      const shown = defaultRangeExtractor({ ...range, overscan });
      return sticky.current < 0 || shown.includes(sticky.current)
        ? shown
        : [sticky.current, ...shown];
    },
  });
  const shown = virtual.getVirtualItems();
  const last = shown[shown.length - 1]?.index ?? 0;
  const wanted = more && !props.loading && !failed && last >= lines.count - AHEAD;

  useEffect(() => {
    if (wanted) onMore();
  }, [wanted, onMore]);

  const isHead = (index: number) => headAbove(heads, index) === index;

  /** ↑ and ↓ go from what opens a row to that of the next. */
  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const from = (event.target as Element).closest('[data-row-focus]')?.closest('[data-index]');
    if (step === 0 || !from) return;
    let index = Number(from.getAttribute('data-index')) + step;
    if (isHead(index)) index += step;
    const next = list.current?.querySelector<HTMLElement>(
      `[data-index="${index}"] [data-row-focus]`,
    );
    if (!next) return;
    event.preventDefault();
    next.focus({ preventScroll: true });
    virtual.scrollToIndex(step < 0 && isHead(index - 1) ? index - 1 : index);
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
        <div
          ref={list}
          role="rowgroup"
          className={classes.list}
          style={{ height: virtual.getTotalSize() }}
          onKeyDown={onKeyDown}
        >
          {shown.map(({ index, start }) => {
            const line = lines.at(index);
            if (!line) return null;
            const { key } = line;
            const at = { transform: `translateY(${start - margin}px)` };
            if ('section' in line) {
              const stuck = index === sticky.current;
              return (
                // biome-ignore lint/a11y/useFocusableInteractive: a table's rows are read, not focused
                <div
                  key={key}
                  role="row"
                  className={stuck ? classes.stuck : classes.section}
                  style={stuck ? { height: sections?.height } : { height: sections?.height, ...at }}
                >
                  <span role="cell">{sections?.head(line.section, line.count)}</span>
                </div>
              );
            }
            return (
              // biome-ignore lint/a11y/useFocusableInteractive: a table's rows are read, not focused
              <div
                key={key}
                ref={fixed ? undefined : virtual.measureElement}
                role="row"
                className={`${classes.row} ${rowClass ?? ''}`}
                data-index={index}
                aria-rowindex={line.index + (head ? 2 : 1)}
                style={{ [fixed ? 'height' : 'minHeight']: height, ...at }}
              >
                {row(line.item, line.index)}
              </div>
            );
          })}
        </div>
      </div>
      {failed !== undefined && <ErrorPanel error={failed} onRetry={onMore} />}
    </>
  );
}

/**
 * What a line's height is kept under. The places of all lines are reckoned anew whenever this is another function:
 * where every row is equally high, only when that is another height or the headings stand elsewhere, and not for every change of one of thousands.
 */
function useKeyOf<T extends { id: string }>(lines: Lines<T>, height: number, fixed = false) {
  const shape = [height, ...lines.heads].join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the shape is what it stands for
  const byPlace = useCallback((index: number) => index, [shape]);
  const byKey = useCallback((index: number) => lines.at(index)?.key ?? index, [lines]);
  return fixed ? byPlace : byKey;
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
