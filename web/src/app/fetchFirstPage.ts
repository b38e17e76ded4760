import type { AnyRouter } from '@tanstack/react-router';
import type { Coded } from '../code/coded';

/**
 * Begins to fetch the code of the page that the address asks for, and of the frame around it. The router asks for it
 * only once it knows who is there, which is a way to the server and back.
 */
export function fetchFirstPage(router: AnyRouter): void {
  for (const { routeId } of router.matchRoutes(router.latestLocation)) {
    const part = router.routesById[routeId]?.options.component as
      | Partial<Coded<object>>
      | undefined;
    void part?.code?.fetch();
  }
}
