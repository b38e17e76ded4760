import type { QueryClient, QueryKey } from '@tanstack/react-query';
import type { CallFilter } from '../api/callQueries';
import { keys } from '../api/queries';
import type { Call, CallDetail, Contact } from '../api/types';
import { customerOf } from '../phone/words';
import { makeOld } from './makeOld';
import { patchPages } from './patchPages';
import { patchQuery } from './patchQuery';

/**
 * Whose a call is and what they are called, as the server has it since: a call that was nobody's becomes that of the
 * contact who has its phone, and stays theirs when they lose it (calls/CallsOfContacts.java).
 */
export function applyToCalls(client: QueryClient, workspaceId: string, contact: Contact): void {
  const phones = new Set(contact.phones.map(({ phoneNumber }) => phoneNumber));
  const name = contact.name || contact.company;
  const theirs = (call: Call) =>
    call.contactId === contact.id || (call.contactId === null && phones.has(customerOf(call)));
  inCalls(client, workspaceId, contact.id, (call) =>
    theirs(call) && (call.contactId === null || call.contactName !== name)
      ? { ...call, contactId: contact.id, contactName: name }
      : call,
  );
}

/** The calls of a contact who went are nobody's. */
export function leaveCalls(client: QueryClient, workspaceId: string, contactId: string): void {
  inCalls(client, workspaceId, contactId, (call) =>
    call.contactId === contactId ? { ...call, contactId: null, contactName: null } : call,
  );
}

/** Changes calls in all that shows them. Of thousands that are loaded, only what changes is made anew. */
function inCalls(
  client: QueryClient,
  workspaceId: string,
  contactId: string,
  change: (call: Call) => Call,
): void {
  const cache = client.getQueryCache();
  patchQuery<Call[]>(client, keys.liveCalls(workspaceId), (live) => changed(live, change));
  for (const { queryKey } of cache.findAll({ queryKey: keys.callLists(workspaceId) })) {
    patchPages<Call>(client, queryKey, (calls) => changed(calls, change));
    if (asksFor(queryKey, contactId)) makeOld(client, { queryKey, exact: true });
  }
  for (const { queryKey } of cache.findAll({ queryKey: keys.oneCalls(workspaceId) })) {
    patchQuery<CallDetail>(client, queryKey, (detail) => {
      const call = change(detail.call);
      return call === detail.call ? detail : { ...detail, call };
    });
  }
}

function changed(calls: Call[], change: (call: Call) => Call): Call[] {
  const after = calls.map(change);
  return after.every((call, index) => call === calls[index]) ? calls : after;
}

/** Which calls such a list has depends on names, or on whose they are: that is the server's to say. */
function asksFor(queryKey: QueryKey, contactId: string): boolean {
  const { text, contactId: whose } = (queryKey.at(-2) ?? {}) as CallFilter;
  return text !== undefined || whose === contactId;
}
