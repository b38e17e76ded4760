import type { QueryClient } from '@tanstack/react-query';
import { keys } from '../api/queries';
import type { Call, CallDetail } from '../api/types';
import type { RecordingReady } from './frames';
import { makeOld, markOld } from './makeOld';
import { holds, type Pages, patchItem } from './patchPages';
import { patchQuery } from './patchQuery';

/** Writes what became of a call into all that shows it. */
export function applyCall(client: QueryClient, workspaceId: string, call: Call): void {
  patchQuery<Call[]>(client, keys.liveCalls(workspaceId), (live) => {
    const others = live.filter(({ id }) => id !== call.id);
    return call.endedAt === null ? [call, ...others] : others;
  });
  inLists(client, workspaceId, call.id, () => call);
  staleUnlessListed(client, workspaceId, call);
  patchQuery<CallDetail>(client, keys.call(workspaceId, call.id), (detail) => ({
    ...detail,
    call,
  }));
  makeOld(client, { queryKey: keys.call(workspaceId, call.id) });
}

/** The call itself follows by `call.updated`; its list of recordings does not. */
export function applyRecording(
  client: QueryClient,
  workspaceId: string,
  { callId, url }: RecordingReady,
): void {
  inLists(client, workspaceId, callId, (one) =>
    one.recordingUrl === null ? { ...one, recordingUrl: url } : one,
  );
  makeOld(client, { queryKey: keys.call(workspaceId, callId) });
}

function inLists(
  client: QueryClient,
  workspaceId: string,
  callId: string,
  change: (call: Call) => Call,
): void {
  for (const { queryKey } of lists(client, workspaceId)) {
    patchItem<Call>(client, queryKey, callId, change);
  }
}

/** Which filters a new call fits is the server's to say. Lists that lack it are old, and are not moved by it. */
function staleUnlessListed(client: QueryClient, workspaceId: string, call: Call): void {
  for (const query of lists(client, workspaceId)) {
    const pages = (query.state.data as Pages<Call> | undefined)?.pages;
    if (!pages?.some((page) => holds(page, call.id))) markOld(query);
  }
}

const lists = (client: QueryClient, workspaceId: string) =>
  client.getQueryCache().findAll({ queryKey: keys.callLists(workspaceId) });
