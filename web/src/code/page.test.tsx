import { MantineProvider } from '@mantine/core';
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  Outlet,
  RouterProvider,
} from '@tanstack/react-router';
import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type ComponentType, useEffect } from 'react';
import { expect, test, vi } from 'vitest';
import { reachability } from '../api/reachability';
import { RouteError } from '../app/RouteError';
import { fakeApi, ok } from '../test/fakeApi';
import { forgetFailedStyles } from './failedStyles';
import { page } from './page';

type Load = () => Promise<{ default: ComponentType<object> }>;

const People = () => <h1>People</h1>;
const away: Load = async () => {
  throw new TypeError('Failed to fetch dynamically imported module: /assets/PeoplePage.js');
};
const SENTENCE = /could not be loaded while the line is cut/;
let hungUp = vi.fn();

/** What stands around the pages, as the phone does. */
function Frame() {
  useEffect(() => hungUp, []);
  return (
    <>
      <p>On a call</p>
      <Outlet />
    </>
  );
}

/** Opens a page of this code from another one. */
async function open(load: Load) {
  hungUp = vi.fn();
  const root = createRootRoute({ component: Frame });
  const home = createRoute({ getParentRoute: () => root, path: '/', component: () => 'Home' });
  const people = createRoute({
    getParentRoute: () => root,
    path: '/people',
    component: page(load),
  });
  const router = createRouter({
    routeTree: root.addChildren([home, people]),
    history: createMemoryHistory(),
    defaultErrorComponent: RouteError,
  });
  await router.load();
  render(
    <MantineProvider env="test">
      <RouterProvider router={router as never} />
    </MantineProvider>,
  );
  await act(() => router.navigate({ to: '/people' as never }));
}

/** A line that is cut. */
const cut = () =>
  vi.stubGlobal('fetch', async () => {
    throw new TypeError('Failed to fetch');
  });
const mend = () => fakeApi({ 'GET /api/instance': ok({}) });

test('a page whose code can not be fetched says so; the window and the phone stay', async () => {
  cut();
  await open(away);
  expect(await screen.findByRole('alert')).toHaveTextContent(SENTENCE);
  expect(screen.getByText('On a call')).toBeVisible();
  expect(hungUp).not.toHaveBeenCalled();
  // The router's own way would be armed by now.
  expect(Object.keys(sessionStorage).filter((key) => key.includes('reload'))).toEqual([]);
});

test('it goes on by itself when the line is back', async () => {
  cut();
  const load = vi.fn<Load>(away);
  await open(load);
  await screen.findByText(SENTENCE);
  load.mockImplementation(async () => ({ default: People }));
  mend();
  act(() => reachability.report(true));
  expect(await screen.findByRole('heading', { name: 'People' })).toBeVisible();
  expect(hungUp).not.toHaveBeenCalled();
});

test('it is tried again when pressed', async () => {
  cut();
  const load = vi.fn<Load>(away);
  await open(load);
  await screen.findByText(SENTENCE);
  load.mockImplementation(async () => ({ default: People }));
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('heading', { name: 'People' })).toBeVisible();
});

test('what the server does not have any more is not waited for', async () => {
  mend();
  await open(away);
  expect(await screen.findByRole('alert')).toHaveTextContent('renewed');
  expect(screen.getByRole('button', { name: 'Load again' })).toBeVisible();
});

test('a page that stumbles does not take the window with it', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  const Stumbling = () => {
    throw new Error('stumbled');
  };
  await open(async () => ({ default: Stumbling }));
  expect(await screen.findByRole('alert')).toHaveTextContent('stumbled over something');
  expect(hungUp).not.toHaveBeenCalled();
});

test('a stylesheet that could not be fetched is asked for again: it does not stay in the page', () => {
  forgetFailedStyles(document);
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  document.head.append(link);
  link.dispatchEvent(new Event('error'));
  expect(link.isConnected).toBe(false);
});
