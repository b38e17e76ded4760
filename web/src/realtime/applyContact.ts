import type { QueryClient } from '@tanstack/react-query';
import { keys } from '../api/queries';
import type { Contact } from '../api/types';
import { applyToCalls, leaveCalls } from './contactCalls';
import { makeOld } from './makeOld';
import { patchPages } from './patchPages';

/** A contact came or is otherwise. Where a new one stands in a list is the server's to say. */
export function applyContact(client: QueryClient, workspaceId: string, contact: Contact): void {
  client.setQueryData(keys.contact(workspaceId, contact.id), contact);
  for (const { queryKey } of lists(client, workspaceId)) {
    patchPages<Contact>(client, queryKey, (items) =>
      items.map((one) => (one.id === contact.id ? contact : one)),
    );
  }
  makeOld(client, { queryKey: keys.contactLists(workspaceId) });
  applyToCalls(client, workspaceId, contact);
}

export function applyContactRemoved(
  client: QueryClient,
  workspaceId: string,
  contactId: string,
): void {
  client.removeQueries({ queryKey: keys.contact(workspaceId, contactId) });
  for (const { queryKey } of lists(client, workspaceId)) {
    patchPages<Contact>(client, queryKey, (items) => items.filter(({ id }) => id !== contactId));
  }
  leaveCalls(client, workspaceId, contactId);
}

export function applyContactsChanged(client: QueryClient, workspaceId: string): void {
  makeOld(client, { queryKey: keys.contacts(workspaceId) });
  makeOld(client, { queryKey: keys.calls(workspaceId) });
}

const lists = (client: QueryClient, workspaceId: string) =>
  client.getQueryCache().findAll({ queryKey: keys.contactLists(workspaceId) });
