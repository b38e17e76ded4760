import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { UnreachableError } from '../api/problem';
import type { Call } from '../api/types';
import { useSentence } from '../forms/useSentence';
import { useRealtime } from '../realtime/RealtimeProvider';
import { useSession } from '../session/SessionContext';
import { toasts } from '../ui/toasts';
import { keep, keptOf, sendKept, type Writing } from './writings';

const QUIET_MS = 400;

/**
 * Note, outcome and tags of a call. What is typed is kept in this browser at once, sent 400 ms after the last key,
 * and forgotten here only when the server has it: neither a reload nor a lost line loses a word.
 */
export function useWriting(call: Call) {
  const sentence = useSentence();
  const { state } = useRealtime();
  const { memberId } = useSession().membership;
  const subject = useMemo(() => ({ memberId, callId: call.id }), [memberId, call.id]);
  const [typed, setTyped] = useState<Partial<Writing>>(() => keptOf(subject));
  const [mark, setMark] = useState<'saved' | 'kept'>();
  const latest = useRef(typed);

  /** @throws when it could not be saved; it is kept here then */
  const send = useCallback(async () => {
    try {
      if (await sendKept(subject)) setMark('saved');
    } catch (error) {
      setMark('kept');
      throw error;
    }
  }, [subject]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: sent anew when the line comes back
  useEffect(() => {
    const timer = setTimeout(() => {
      send().catch((error: unknown) => {
        if (!(error instanceof UnreachableError)) toasts.show(sentence(error));
      });
    }, QUIET_MS);
    return () => clearTimeout(timer);
  }, [typed, send, sentence, state.status]);

  const write = useCallback(
    (change: Partial<Writing>) => {
      const next = { ...latest.current, ...change };
      latest.current = next;
      keep(subject, next);
      setMark(undefined);
      setTyped(next);
    },
    [subject],
  );

  const { notes, tags } = call;
  const disposition = call.disposition ?? '';
  return { writing: { notes, disposition, tags, ...typed }, write, send, mark };
}
