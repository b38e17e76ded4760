import { useCallback, useEffect, useRef, useState } from 'react';

/** So long after the last key, what is written is saved. */
const QUIET_MS = 400;

export type Saving = 'idle' | 'waiting' | 'saving' | 'saved' | 'failed';

/**
 * A text that is saved as it is typed. What comes from elsewhere shows only while nothing of one's
 * own is unsaved; what could not be saved stays, and is sent with the next key or by `retry`.
 */
export function useSavedText(stored: string, save: (text: string) => Promise<unknown>) {
  const [text, setText] = useState(stored);
  const [state, setState] = useState<Saving>('idle');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const unsaved = useRef<string>(undefined);
  const latest = useRef(save);
  latest.current = save;

  useEffect(() => {
    if (unsaved.current === undefined) setText(stored);
  }, [stored]);

  const send = useCallback(async () => {
    clearTimeout(timer.current);
    timer.current = undefined;
    const sent = unsaved.current;
    if (sent === undefined) return;
    setState('saving');
    try {
      await latest.current(sent);
      if (unsaved.current !== sent) return; // typed on; the next one follows
      unsaved.current = undefined;
      setState('saved');
    } catch {
      setState('failed');
    }
  }, []);

  const write = useCallback(
    (written: string) => {
      setText(written);
      setState('waiting');
      unsaved.current = written;
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void send(), QUIET_MS);
    },
    [send],
  );

  // Whoever leaves the page has not stopped meaning it.
  useEffect(() => () => void (timer.current !== undefined && send()), [send]);

  return { text, state, write, retry: send };
}
