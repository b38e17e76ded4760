import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import {
  createMemoryHistory,
  createRootRoute,
  createRouter,
  RouterProvider,
} from '@tanstack/react-router';
import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import type { Member, Permission } from '../api/types';
import { SessionProvider } from '../session/SessionContext';
import { ALL, sessionOf } from './fixtures';

/** Draws something as a member would see it, with these permissions, on a page of its own. */
export async function renderAs(
  me: Member,
  children: ReactNode,
  permissions: readonly Permission[] = ALL,
) {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const session = sessionOf(me, permissions);
  const [membership] = session.memberships;
  if (!membership) throw new Error('the fixture has a membership');
  const root = createRootRoute({
    component: () => (
      <SessionProvider session={session} membership={membership}>
        {children}
      </SessionProvider>
    ),
  });
  const router = createRouter({ routeTree: root, history: createMemoryHistory() });
  await router.load();
  const view = render(
    <MantineProvider env="test">
      <QueryClientProvider client={queries}>
        <RouterProvider router={router as never} />
      </QueryClientProvider>
    </MantineProvider>,
  );
  return { ...view, queries };
}
