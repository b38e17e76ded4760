import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { keys } from '../api/queries';
import type { Session } from '../api/types';
import { speak } from '../i18n';

/** Puts a new session in place of whatever was known before. */
export function beginSession(client: QueryClient, session: Session): void {
  client.removeQueries({ queryKey: ['workspace'] });
  client.setQueryData(keys.session, session);
  void speak(session.user.language);
}

/** Forgets everything that was read in this session and shows the sign-in page. */
export function useEndSession(): (next?: string) => Promise<void> {
  const client = useQueryClient();
  const navigate = useNavigate();
  return useCallback(
    async (next) => {
      // First on the way, then signed out: the desk must not ask for the way itself (see Desk).
      const going = navigate({ to: '/sign-in', search: { next }, replace: true });
      client.setQueryData(keys.session, null);
      await going;
      client.removeQueries({ queryKey: ['workspace'] });
      client.removeQueries({ queryKey: keys.openSessions });
    },
    [client, navigate],
  );
}
