import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { Session } from '../../api/types';
import { beginSession } from '../../session/endSession';

/** Goes through the door with a new session, to the page one came from. */
export function useEnter(): (session: Session, next?: string) => void {
  const queries = useQueryClient();
  const router = useRouter();
  return useCallback(
    (session, next) => {
      beginSession(queries, session);
      void router.navigate({ href: next ?? '/', replace: true });
    },
    [queries, router],
  );
}
