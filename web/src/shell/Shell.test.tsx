import { screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { fakeApi, ok, page } from '../test/fakeApi';
import { member } from '../test/fixtures';
import { renderAs } from '../test/render';
import { Shell } from './Shell';

afterEach(() => vi.unstubAllGlobals());

async function drawn(narrow: boolean) {
  vi.stubGlobal('matchMedia', (query: string) => ({
    matches: narrow && query === '(max-width: 640px)',
    addEventListener() {},
    removeEventListener() {},
  }));
  const calls = fakeApi({
    'GET /api/instance': ok({}),
    'GET /api/members': page([]),
    'GET /api/twilio/configuration': ok({}),
  });
  await renderAs(member('Mara'), <Shell>the page</Shell>);
  await waitFor(() => expect(calls.length).toBeGreaterThan(0));
}

test('on a wide window the places stand in the sidebar only', async () => {
  await drawn(false);
  expect(screen.getByRole('complementary')).toBeVisible();
  expect(screen.getAllByRole('navigation')).toHaveLength(1);
});

test('on a phone they stand under the thumb only', async () => {
  await drawn(true);
  expect(screen.queryByRole('complementary')).toBeNull();
  expect(screen.getByRole('navigation')).toHaveTextContent('Home');
});
