import { expect, test } from 'vitest';
import type { Permission } from '../api/types';
import { createQueryClient } from '../app/queryClient';
import { createAppRouter } from '../app/router';
import { PLACES, visible } from './nav';
import { codesOf } from './useFetchAhead';

const routes = Object.values(createAppRouter(createQueryClient()).routesById);

/** The paths whose code is fetched for somebody with these permissions. */
const pathsFor = (...permissions: Permission[]): string[] => {
  const codes = codesOf(
    routes,
    visible(PLACES, (one) => permissions.includes(one)),
  );
  return routes
    .filter(({ options }) => codes.includes((options.component as { code?: never })?.code as never))
    .map(({ fullPath }) => fullPath);
};

test('ahead is fetched what the member may open, and what is opened from there', () => {
  const paths = pathsFor('calls.read', 'contacts.read');
  expect(paths).toEqual(
    expect.arrayContaining(['/', '/calls', '/calls/$callId', '/contacts', '/contacts/$contactId']),
  );
  expect(paths).toEqual(expect.arrayContaining(['/live', '/profile', '/settings/calls']));
});

test('the list of settings is fetched with any of them', () => {
  expect(pathsFor('audit.read')).toEqual(
    expect.arrayContaining(['/settings', '/settings/audit-log']),
  );
});

test('nothing is fetched that is not theirs, and no entrance', () => {
  const paths = pathsFor('calls.read');
  for (const path of ['/people', '/settings/api-keys', '/messages', '/sign-in', '/reset'])
    expect(paths).not.toContain(path);
});
