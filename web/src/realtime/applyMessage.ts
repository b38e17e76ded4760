import type { QueryClient, QueryKey } from '@tanstack/react-query';
import { keys } from '../api/queries';
import type { Message } from '../api/types';
import { customerOf } from '../phone/words';
import { patchPages } from './patchPages';

/** A text that came stands first; said twice, it stands there once. */
export function applyReceived(client: QueryClient, workspaceId: string, message: Message): void {
  for (const queryKey of listsOf(client, workspaceId, message)) {
    patchPages<Message>(client, queryKey, (items, page) => {
      const others = items.filter(({ id }) => id !== message.id);
      return page === 0 ? [message, ...others] : others;
    });
  }
}

export function applyUpdated(client: QueryClient, workspaceId: string, message: Message): void {
  for (const queryKey of listsOf(client, workspaceId, message)) {
    patchPages<Message>(client, queryKey, (items) =>
      items.map((one) => (one.id === message.id ? message : one)),
    );
  }
}

/** The list of all texts, and that of those with whoever wrote this one, or gets it. */
function listsOf(client: QueryClient, workspaceId: string, message: Message): QueryKey[] {
  const customer = customerOf(message);
  return client
    .getQueryCache()
    .findAll({ queryKey: keys.messages(workspaceId) })
    .map(({ queryKey }) => queryKey)
    .filter((key) => key.length === keys.messages(workspaceId).length || isWith(key, customer));
}

const isWith = (key: QueryKey, customer: string): boolean =>
  (key.at(-1) as readonly string[]).includes(customer);
