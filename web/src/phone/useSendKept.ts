import { useEffect, useRef } from 'react';
import { useRealtime } from '../realtime/RealtimeProvider';
import type { Phone } from './Phone';
import { keptCalls, sendKept } from './writings';

/** Sends what was written about former calls and did not reach the server, whenever the desk is reached. */
export function useSendKept(
  memberId: string,
  { line, wrapUp }: Pick<Phone, 'line' | 'wrapUp'>,
): void {
  const { state } = useRealtime();
  const shown = useRef<(string | undefined)[]>([]);
  shown.current = [line?.call.id, wrapUp?.id];
  const open = state.status === 'open';
  useEffect(() => {
    if (!open) return;
    for (const callId of keptCalls(memberId))
      if (!shown.current.includes(callId)) sendKept({ memberId, callId }).catch(() => {}); // stays kept
  }, [open, memberId]);
}
