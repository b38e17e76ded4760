import { notifyManager, type QueryClient, useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { UnreachableError } from '../api/problem';
import { sessionQuery, workspaceKey } from '../api/queries';
import { reachability } from '../api/reachability';
import { AHEAD } from './ahead';
import { applyEvent, applySnapshot } from './applyEvent';
import type { RealtimeEvent } from './frames';
import { Gathered } from './Gathered';
import { isUrgent } from './isUrgent';
import { type ConnectionState, RealtimeClient } from './RealtimeClient';

interface Realtime {
  state: ConnectionState;
  /** Tries at once instead of waiting. */
  retry(): void;
}

const RealtimeContext = createContext<Realtime>({ state: { status: 'idle' }, retry: () => {} });

export const useRealtime = (): Realtime => useContext(RealtimeContext);

function socketAddress(workspaceId: string, after: number | undefined): string {
  const url = new URL('/api/realtime', location.href);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  url.searchParams.set('workspace', workspaceId);
  if (after !== undefined) url.searchParams.set('after', String(after));
  return url.href;
}

/** Whether nothing of this workspace was asked for before the session was read. */
const unread = (queries: QueryClient, workspaceId: string): boolean =>
  queries
    .getQueryCache()
    .findAll({ queryKey: workspaceKey(workspaceId) })
    .every(({ meta }) => meta === AHEAD);

/** What a page asked for while nobody answered, it asks for again now. */
function readWhatWasNot(queries: QueryClient): void {
  void queries.refetchQueries({
    type: 'active',
    predicate: ({ state }) => state.error instanceof UnreachableError,
  });
}

/** Holds the socket of the workspace shown, for as long as its pages are shown. */
export function RealtimeProvider({
  workspaceId,
  memberId,
  lastEvent,
  onEnded,
  children,
}: {
  workspaceId: string;
  /** Whose desk it is. */
  memberId: string;
  /** The workspace's last event when the session was read. */
  lastEvent: number;
  onEnded(why: 'signed-out' | 'not-a-member'): void;
  children: ReactNode;
}) {
  const queries = useQueryClient();
  const [state, setState] = useState<ConnectionState>({ status: 'idle' });
  const [client, setClient] = useState<RealtimeClient>();
  // Its pages read after the session. What an earlier visit has read may be older than it.
  const [after] = useState(() => (unread(queries, workspaceId) ? lastEvent : undefined));

  useEffect(() => {
    const gathered = new Gathered<RealtimeEvent>(
      (events) =>
        notifyManager.batch(() => {
          for (const event of events) applyEvent(queries, workspaceId, event);
        }),
      (event) => isUrgent(queries, workspaceId, memberId, event),
    );
    const created = new RealtimeClient({
      after,
      open: (last) => new WebSocket(socketAddress(workspaceId, last)) as never,
      onEvent: (event) => gathered.take(event),
      onSnapshot(snapshot) {
        gathered.flush();
        applySnapshot(queries, workspaceId, snapshot);
      },
      onState(next) {
        setState(next);
        if (next.status === 'open') {
          reachability.report(true);
          readWhatWasNot(queries);
        }
        if (next.status === 'ended') onEnded(next.why);
        // A refused handshake does not tell a browser why; this request does.
        if (next.status === 'lost')
          void queries.refetchQueries({ queryKey: sessionQuery.queryKey });
      },
    });
    const wake = () => created.wake();
    const probe = () => created.probe();
    const look = () => document.visibilityState === 'visible' && created.wake();
    addEventListener('online', wake);
    addEventListener('offline', probe);
    document.addEventListener('visibilitychange', look);
    setClient(created);
    created.start();
    return () => {
      removeEventListener('online', wake);
      removeEventListener('offline', probe);
      document.removeEventListener('visibilitychange', look);
      created.stop();
      gathered.stop();
    };
  }, [queries, workspaceId, memberId, after, onEnded]);

  return (
    <RealtimeContext value={{ state, retry: () => client?.wake() }}>{children}</RealtimeContext>
  );
}
