import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
} from '@tanstack/react-router';
import { expect, test } from 'vitest';
import { page } from '../code/page';
import { fetchFirstPage } from './fetchFirstPage';

test('the page that the address asks for, and the frame around it, are fetched before anybody signed in is known', () => {
  const fetched: string[] = [];
  const part = (name: string) =>
    page(async () => {
      fetched.push(name);
      return { default: () => null };
    });
  const root = createRootRoute();
  const desk = createRoute({
    getParentRoute: () => root,
    id: 'desk',
    beforeLoad: () => new Promise(() => {}), // the session is still read
    component: part('desk'),
  });
  const people = createRoute({
    getParentRoute: () => desk,
    path: '/people',
    component: part('people'),
  });
  const calls = createRoute({
    getParentRoute: () => desk,
    path: '/calls',
    component: part('calls'),
  });
  fetchFirstPage(
    createRouter({
      routeTree: root.addChildren([desk.addChildren([people, calls])]),
      history: createMemoryHistory({ initialEntries: ['/people'] }),
    }),
  );
  expect(fetched).toEqual(['desk', 'people']);
});
