import { useMemo, useState } from 'react';
import { held } from './held';

/** Scrolled further than this, somebody is reading. */
const READING = 40;

/**
 * A list whose newest items come on top. What comes while somebody has scrolled down waits, so that what they read
 * does not move; at the top it comes in by itself.
 */
export function useHeld<T extends { id: string }>(items: readonly T[]) {
  const [frame, setFrame] = useState<HTMLElement | null>(null);
  const [from, setFrom] = useState<string>();
  const { shown, waiting } = useMemo(() => held(items, from), [items, from]);
  return {
    shown,
    waiting,
    frame,
    setFrame,
    onScroll() {
      const reading = (frame?.scrollTop ?? 0) > READING;
      setFrom((current) => (reading ? (current ?? shown[0]?.id) : undefined));
    },
    showNew() {
      setFrom(undefined);
      frame?.scrollTo({ top: 0 });
      frame?.focus();
    },
  };
}
