import { QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, RouterContextProvider } from '@tanstack/react-router';
import { render, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Permission } from '../api/types';
import { createQueryClient } from '../app/queryClient';
import { createAppRouter } from '../app/router';
import { SessionProvider } from '../session/SessionContext';
import { type ApiCall, fakeApi, ok, page } from '../test/fakeApi';
import { ALL, member, sessionOf } from '../test/fixtures';
import { useReadAhead } from './useReadAhead';

function Window() {
  useReadAhead();
  return null;
}

/** Opens an address; answers what was asked before any page was drawn. */
async function opened(
  path: string,
  permissions: readonly Permission[] = ALL,
): Promise<readonly ApiCall[]> {
  const session = sessionOf(member('Mara'), permissions);
  const [membership] = session.memberships;
  if (!membership) throw new Error('the fixture has a membership');
  const calls = fakeApi({
    'GET /api/session': ok(session),
    'GET /api/instance': ok({}),
    'GET /api/members': page([]),
    'GET /api/calls': page([]),
    'GET /api/call-views': ok([]),
    'GET /api/numbers': page([]),
    'GET /api/twilio/configuration': ok({}),
  });
  const queries = createQueryClient();
  const router = createAppRouter(queries);
  router.update({
    ...router.options,
    history: createMemoryHistory({ initialEntries: [path] }),
  } as never);
  await router.load();
  calls.length = 0;
  render(
    <QueryClientProvider client={queries}>
      <RouterContextProvider router={router}>
        <SessionProvider session={session} membership={membership}>
          <Window />
        </SessionProvider>
      </RouterContextProvider>
    </QueryClientProvider>,
  );
  await waitFor(() => expect(queries.isFetching()).toBe(0));
  return calls;
}

const asked = (calls: readonly ApiCall[]): string[] =>
  calls.map(({ path, query }) => `${path}${query.has('live') ? ' live' : ''}`).sort();

const OF_THE_WINDOW = [
  '/api/calls live',
  '/api/instance',
  '/api/members',
  '/api/twilio/configuration',
];

test('what the window reads is asked for before it is drawn', async () => {
  expect(asked(await opened('/'))).toEqual(OF_THE_WINDOW);
});

test('the history is asked for before it is drawn, as the address filters it', async () => {
  const calls = await opened('/calls?outcome=missed');
  expect(asked(calls)).toEqual(
    [...OF_THE_WINDOW, '/api/call-views', '/api/calls', '/api/numbers'].sort(),
  );
  const history = calls.find(({ path, query }) => path === '/api/calls' && !query.has('live'));
  expect(history?.query.get('outcome')).toBe('missed');
});

test('nothing is asked that is not theirs to know', async () => {
  expect(asked(await opened('/calls', ['workspace.read']))).toEqual(['/api/instance']);
});
