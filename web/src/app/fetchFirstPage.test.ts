import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
} from '@tanstack/react-router';
import { expect, test, vi } from 'vitest';
import { page } from '../code/page';
import { type ApiCall, fakeApi, ok } from '../test/fakeApi';
import { member, sessionOf } from '../test/fixtures';
import { fetchFirstPage } from './fetchFirstPage';
import { createQueryClient } from './queryClient';

/** Opens an address whose pages are not yet there; answers what was begun to be fetched. */
function opened(path: string): { fetched: string[]; calls: ApiCall[] } {
  const fetched: string[] = [];
  const part = (name: string) =>
    page(async () => {
      fetched.push(name);
      return { default: () => null };
    });
  const calls = fakeApi({ 'GET /api/session': ok(sessionOf(member('Mara'))) });
  const root = createRootRoute();
  const desk = createRoute({ getParentRoute: () => root, id: 'desk', component: part('desk') });
  const people = createRoute({
    getParentRoute: () => desk,
    path: '/people',
    component: part('people'),
  });
  const calling = createRoute({
    getParentRoute: () => desk,
    path: '/calls',
    component: part('calls'),
  });
  const signIn = createRoute({
    getParentRoute: () => root,
    path: '/sign-in',
    component: part('sign-in'),
  });
  const router = createRouter({
    routeTree: root.addChildren([desk.addChildren([people, calling]), signIn]),
    history: createMemoryHistory({ initialEntries: [path] }),
  });
  fetchFirstPage(router, createQueryClient());
  return { fetched, calls };
}

test('who is there is asked, and the page and its frame are fetched, before anything is drawn', async () => {
  const { fetched, calls } = opened('/people');
  expect(fetched).toEqual(['desk', 'people']);
  await vi.waitFor(() => expect(calls.map(({ path }) => path)).toEqual(['/api/session']));
});

test('nobody is asked for whoever signs in: a link may make them somebody else', () => {
  const { fetched, calls } = opened('/sign-in');
  expect(fetched).toEqual(['sign-in']);
  expect(calls).toEqual([]);
});
