import { useEffect, useRef } from 'react';

/**
 * Does something after a value has changed: at once, but no oftener than every so many milliseconds, and always after
 * the last change. Undefined is not known yet; to become known is no change.
 */
export function useAfterChange(value: unknown, every: number, act: () => void): void {
  const latest = useRef(act);
  const before = useRef(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const doneAt = useRef(0);

  useEffect(() => {
    latest.current = act;
  }, [act]);

  useEffect(() => {
    const changed = before.current !== undefined && before.current !== value;
    before.current = value;
    if (!changed || timer.current !== undefined) return;
    const wait = Math.max(0, doneAt.current + every - Date.now());
    timer.current = setTimeout(() => {
      timer.current = undefined;
      doneAt.current = Date.now();
      latest.current();
    }, wait);
  }, [value, every]);

  useEffect(
    () => () => {
      clearTimeout(timer.current);
      timer.current = undefined;
    },
    [],
  );
}
