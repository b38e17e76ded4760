import { useCallback, useEffect, useRef, useState } from 'react';
import { answer, api } from '../api/client';
import { UnreachableError } from '../api/problem';
import type { Call } from '../api/types';
import { useSentence } from '../forms/useSentence';
import { useRealtime } from '../realtime/RealtimeProvider';
import { toasts } from '../ui/toasts';

/** What is written about a call. */
export interface Writing {
  notes: string;
  /** Empty where there is none. */
  disposition: string;
  tags: string[];
}

const QUIET_MS = 400;
const keyOf = (callId: string): string => `patchbay.writing.${callId}`;

function kept(callId: string): Partial<Writing> {
  try {
    return JSON.parse(localStorage.getItem(keyOf(callId)) ?? '{}') as Partial<Writing>;
  } catch {
    return {};
  }
}

/**
 * Note, outcome and tags of a call. What is typed is kept in this browser at once, sent 400 ms after the last key,
 * and forgotten here only when the server has it: neither a reload nor a lost line loses a word.
 */
export function useWriting(call: Call) {
  const sentence = useSentence();
  const { state } = useRealtime();
  const [unsent, setUnsent] = useState<Partial<Writing>>(() => kept(call.id));
  const [mark, setMark] = useState<'saved' | 'kept'>();
  const latest = useRef(unsent);

  const send = useCallback(async () => {
    const body = latest.current;
    if (Object.keys(body).length === 0) return;
    try {
      await answer(
        api.PATCH('/api/calls/{callId}', { params: { path: { callId: call.id } }, body }),
      );
      if (latest.current !== body) return; // more was typed meanwhile; it is sent by its own timer
      localStorage.removeItem(keyOf(call.id));
      setMark('saved');
    } catch (error) {
      setMark('kept');
      if (!(error instanceof UnreachableError)) toasts.show(sentence(error));
    }
  }, [call.id, sentence]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: sent anew when the line comes back
  useEffect(() => {
    const timer = setTimeout(() => void send(), QUIET_MS);
    return () => clearTimeout(timer);
  }, [unsent, send, state.status]);

  const write = useCallback(
    (change: Partial<Writing>) => {
      const next = { ...latest.current, ...change };
      latest.current = next;
      localStorage.setItem(keyOf(call.id), JSON.stringify(next));
      setMark(undefined);
      setUnsent(next);
    },
    [call.id],
  );

  const { notes, tags } = call;
  const disposition = call.disposition ?? '';
  return { writing: { notes, disposition, tags, ...unsent }, write, send, mark };
}
