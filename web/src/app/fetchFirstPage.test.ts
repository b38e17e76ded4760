import type { QueryClient } from '@tanstack/react-query';
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
} from '@tanstack/react-router';
import { expect, test, vi } from 'vitest';
import type { Permission } from '../api/types';
import { page } from '../code/page';
import { readHistory } from '../pages/calls/history';
import { callSearch } from '../pages/calls/search';
import { readHome } from '../pages/home/queries';
import { type ApiCall, fakeApi, page as many, ok } from '../test/fakeApi';
import { ALL, member, sessionOf } from '../test/fixtures';
import { fetchFirstPage } from './fetchFirstPage';
import { createQueryClient } from './queryClient';

/** Opens an address whose pages are not yet there; answers what was begun to be fetched. */
function opened(
  path: string,
  permissions: readonly Permission[] = ALL,
): { fetched: string[]; calls: ApiCall[]; queries: QueryClient } {
  const fetched: string[] = [];
  const part = (name: string) =>
    page(async () => {
      fetched.push(name);
      return { default: () => null };
    });
  const calls = fakeApi({
    'GET /api/session': ok(sessionOf(member('Mara'), permissions)),
    'GET /api/instance': ok({}),
    'GET /api/members': many([]),
    'GET /api/calls': many([]),
    'GET /api/call-views': ok([]),
    'GET /api/numbers': many([]),
    'GET /api/twilio/configuration': ok({}),
  });
  const root = createRootRoute();
  const desk = createRoute({ getParentRoute: () => root, id: 'desk', component: part('desk') });
  const home = createRoute({
    getParentRoute: () => desk,
    path: '/',
    staticData: { readAhead: readHome },
    component: part('home'),
  });
  const people = createRoute({
    getParentRoute: () => desk,
    path: '/people',
    component: part('people'),
  });
  const calling = createRoute({
    getParentRoute: () => desk,
    path: '/calls',
    validateSearch: callSearch,
    staticData: { readAhead: readHistory },
    component: part('calls'),
  });
  const signIn = createRoute({
    getParentRoute: () => root,
    path: '/sign-in',
    component: part('sign-in'),
  });
  const router = createRouter({
    routeTree: root.addChildren([desk.addChildren([home, people, calling]), signIn]),
    history: createMemoryHistory({ initialEntries: [path] }),
  });
  const queries = createQueryClient();
  fetchFirstPage(router, queries);
  return { fetched, calls, queries };
}

test('who is there is asked, and the page and its frame are fetched, before anything is drawn', async () => {
  const { fetched, calls } = opened('/people');
  expect(fetched).toEqual(['desk', 'people']);
  await vi.waitFor(() => expect(calls[0]?.path).toBe('/api/session'));
});

/** What is asked for once it is known who is there. */
async function askedAt(path: string, permissions?: readonly Permission[]): Promise<string[]> {
  const { calls, queries } = opened(path, permissions);
  await vi.waitFor(() => expect(calls.length).toBeGreaterThan(1));
  await vi.waitFor(() => expect(queries.isFetching()).toBe(0));
  return calls
    .slice(1)
    .map(({ path, query }) => [path, query.get('live') && 'live', query.get('outcome')])
    .map((words) => words.filter(Boolean).join(' '))
    .sort();
}

const OF_THE_WINDOW = [
  '/api/calls live',
  '/api/instance',
  '/api/members',
  '/api/twilio/configuration',
];

test('what the window reads is asked for before it is drawn', async () => {
  expect(await askedAt('/people')).toEqual(OF_THE_WINDOW);
});

test('of the home page the newest call and the first number are asked for', async () => {
  expect(await askedAt('/')).toEqual([...OF_THE_WINDOW, '/api/calls', '/api/numbers'].sort());
});

test('the history is asked for before it is drawn, as the address filters it', async () => {
  expect(await askedAt('/calls?outcome=missed')).toEqual(
    [...OF_THE_WINDOW, '/api/call-views', '/api/calls missed', '/api/numbers'].sort(),
  );
});

test('nothing is asked that is not theirs to know', async () => {
  expect(await askedAt('/calls', ['workspace.read'])).toEqual(['/api/instance']);
});

test('nobody is asked for whoever signs in: a link may make them somebody else', () => {
  const { fetched, calls } = opened('/sign-in');
  expect(fetched).toEqual(['sign-in']);
  expect(calls).toEqual([]);
});
