import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { fakeApi, ok, writes } from '../../test/fakeApi';
import { problem } from '../../test/fakeFetch';
import { member } from '../../test/fixtures';
import { renderAs } from '../../test/render';
import DiagnosticsPage from './DiagnosticsPage';

const sofie = member('Sofie', 'supervisor');
const RUN = 'POST /api/twilio/diagnostics';
const findings = [
  { check: 'credentials', state: 'ok', detail: 'Twilio accepts them.', remedy: null },
  {
    check: 'public-url',
    state: 'failed',
    detail: 'The address answered 502.',
    remedy: 'Look whether the proxy runs.',
  },
  { check: 'clock', state: 'skipped', detail: 'Twilio did not answer.', remedy: null },
];
const told = ok({ at: '2026-11-20T10:41:06Z', findings });

afterEach(() => vi.unstubAllGlobals());

test('the checklist runs on opening, each finding with its word and its remedy beside it', async () => {
  const calls = fakeApi({ [RUN]: told });
  await renderAs(sofie, <DiagnosticsPage />, ['twilio.read']);
  const list = await screen.findByRole('list', { name: 'Findings' });
  const [credentials, address, clock] = within(list).getAllByRole('listitem');
  expect(credentials).toHaveTextContent('FineAccount SID and Auth TokenTwilio accepts them.');
  expect(address).toHaveTextContent('Failed');
  expect(address).toHaveTextContent('Look whether the proxy runs.');
  expect(clock).toHaveTextContent('Left out');
  expect(screen.getByRole('heading', { name: '1 finding needs you' })).toBeVisible();
  expect(writes(calls)).toEqual([RUN]);
});

test('it runs again by the button', async () => {
  const calls = fakeApi({ [RUN]: told });
  await renderAs(sofie, <DiagnosticsPage />, ['twilio.read']);
  await screen.findByRole('list', { name: 'Findings' });
  await userEvent.click(screen.getByRole('button', { name: 'Run again' }));
  await screen.findByRole('heading', { name: '1 finding needs you' });
  expect(writes(calls)).toEqual([RUN, RUN]);
});

test('that it could not run is said in its place', async () => {
  fakeApi({ [RUN]: problem(500, 'internal') });
  await renderAs(sofie, <DiagnosticsPage />, ['twilio.read']);
  expect(await screen.findByRole('alert')).toHaveTextContent('Something broke on the server.');
});
