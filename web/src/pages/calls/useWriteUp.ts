import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { answer, api } from '../../api/client';
import type { Call } from '../../api/types';
import { useSentence } from '../../forms/useSentence';
import { applyCall } from '../../realtime/applyCall';
import { useSession } from '../../session/SessionContext';

/** So long after the last key, what was written is saved. */
export const SAVE_MS = 400;

type WriteUp = Partial<Pick<Call, 'notes' | 'tags'> & { disposition: string }>;
export type Saving = 'none' | 'waiting' | 'saved' | 'refused';

/** Keeps what is written about a call: shortly after the last key, and at once when the page is left. */
export function useWriteUp(callId: string) {
  const queries = useQueryClient();
  const sentence = useSentence();
  const { workspace } = useSession();
  const [state, setState] = useState<Saving>('none');
  const [why, setWhy] = useState<string>();
  const pending = useRef<WriteUp>({});
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  /** @returns whether everything that was written is kept now */
  const flush = useCallback(async (): Promise<boolean> => {
    clearTimeout(timer.current);
    const body = pending.current;
    if (Object.keys(body).length === 0) return true;
    pending.current = {};
    try {
      const call = await answer(
        api.PATCH('/api/calls/{callId}', { params: { path: { callId } }, body }),
      );
      applyCall(queries, workspace.id, call);
      if (Object.keys(pending.current).length === 0) setState('saved');
      setWhy(undefined);
      return Object.keys(pending.current).length === 0;
    } catch (error) {
      pending.current = { ...body, ...pending.current }; // the next key tries again
      setState('refused');
      setWhy(sentence(error));
      return false;
    }
  }, [callId, queries, sentence, workspace.id]);

  const write = useCallback(
    (change: WriteUp, milliseconds = SAVE_MS) => {
      pending.current = { ...pending.current, ...change };
      setState('waiting');
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void flush(), milliseconds);
    },
    [flush],
  );

  useEffect(() => () => void flush(), [flush]);
  return { write, flush, state, why };
}
