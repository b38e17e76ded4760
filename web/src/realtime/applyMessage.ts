import type { QueryClient } from '@tanstack/react-query';
import { keys } from '../api/queries';
import type { Message } from '../api/types';
import { patchPages } from './patchPages';

/** A text that came stands first; said twice, it stands there once. */
export function applyReceived(client: QueryClient, workspaceId: string, message: Message): void {
  patchPages<Message>(client, keys.messages(workspaceId), (items, page) => {
    const others = items.filter(({ id }) => id !== message.id);
    return page === 0 ? [message, ...others] : others;
  });
}

export function applyUpdated(client: QueryClient, workspaceId: string, message: Message): void {
  patchPages<Message>(client, keys.messages(workspaceId), (items) =>
    items.map((one) => (one.id === message.id ? message : one)),
  );
}
