import type { QueryClient } from '@tanstack/react-query';
import type { AnyRouter } from '@tanstack/react-router';
import { sessionQuery } from '../api/queries';
import type { Coded } from '../code/coded';
import { currentWorkspace } from '../session/currentWorkspace';
import { readAhead } from './readAhead';

/**
 * Begins at once to ask who is there, where the page that the address asks for wants to know, and to fetch the code of
 * that page and of the frame around it: the router asks for the one when it is drawn, and for the other when it has
 * been answered. Then what they read first.
 */
export function fetchFirstPage(router: AnyRouter, queryClient: QueryClient): void {
  const matches = router.matchRoutes(router.latestLocation);
  if (matches.some(({ routeId }) => routeId === '/desk')) {
    void queryClient
      .fetchQuery(sessionQuery)
      .then((session) => {
        const all = session?.memberships ?? [];
        const id = currentWorkspace.settle(all.map(({ workspace }) => workspace.id));
        const membership = all.find(({ workspace }) => workspace.id === id);
        if (membership) readAhead(queryClient, membership, matches);
      })
      .catch(() => {}); // the router asks again, and says so
  }
  for (const { routeId } of matches) {
    const part = router.routesById[routeId]?.options.component as
      | Partial<Coded<object>>
      | undefined;
    void part?.code?.fetch();
  }
}
