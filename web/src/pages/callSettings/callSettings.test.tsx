import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { fakeApi, ok, writes } from '../../test/fakeApi';
import { problem } from '../../test/fakeFetch';
import { member } from '../../test/fixtures';
import { renderAs } from '../../test/render';
import { Toaster } from '../../ui/Toaster';
import CallSettingsPage from './CallSettingsPage';

afterEach(() => vi.unstubAllGlobals());

const hugo = member('Hugo', 'owner');
const SETTINGS = {
  record: true,
  notice: 'This call is recorded.',
  keepRecordingsDays: 45,
  wrapUpSeconds: 30,
};
const BLOCKED = {
  phoneNumber: '+12135550149',
  reason: 'Says nothing',
  blockedBy: hugo.id,
  createdAt: '2026-11-18T10:00:00Z',
};
const BASE = {
  'GET /api/call-settings': ok(SETTINGS),
  'GET /api/blocked-callers': ok([BLOCKED]),
};
const draw = (permissions?: Parameters<typeof renderAs>[2]) =>
  renderAs(
    hugo,
    <>
      <CallSettingsPage />
      <Toaster />
    </>,
    permissions,
  );

test('what was changed is sent with the rest, and a time of one’s own stays among the usual ones', async () => {
  const calls = fakeApi({ ...BASE, 'PUT /api/call-settings': ok({ ...SETTINGS, notice: '' }) });
  await draw();
  await userEvent.clear(await screen.findByLabelText('Recording notice'));
  expect(screen.getByDisplayValue('45 days')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('Saved')).toBeVisible();
  expect(calls.find(({ method }) => method === 'PUT')?.body).toEqual({ ...SETTINGS, notice: '' });
});

test('a refusal stands at its field, and what was typed stays', async () => {
  fakeApi({
    ...BASE,
    'PUT /api/call-settings': problem(422, 'invalid', [
      { field: 'notice', message: 'This is too long to be said.' },
    ]),
  });
  await draw();
  const notice = await screen.findByLabelText('Recording notice');
  await userEvent.type(notice, ' Really.');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('This is too long to be said.')).toBeVisible();
  expect(notice).toHaveValue('This call is recorded. Really.');
});

test('who may not change the workspace reads it', async () => {
  fakeApi(BASE);
  await draw(['calls.read']);
  expect(await screen.findByLabelText('Recording notice')).toBeDisabled();
  expect(screen.queryByRole('button', { name: 'Save' })).toBeNull();
  expect(await screen.findByText('+1 213 555 0149')).toBeVisible();
  expect(screen.queryByRole('button', { name: /Unblock/ })).toBeNull();
});

test('a caller is blocked with a reason, and one is taken again with a way back', async () => {
  const calls = fakeApi({
    ...BASE,
    'POST /api/blocked-callers': ok(BLOCKED),
    'DELETE /api/blocked-callers/%2B12135550149': ok(undefined),
  });
  await draw();
  await userEvent.click(await screen.findByRole('button', { name: 'Block a caller' }));
  await userEvent.type(await screen.findByLabelText(/Phone number/), '+1 503 555 0177');
  await userEvent.type(screen.getByLabelText('Reason'), 'Rude');
  await userEvent.click(screen.getByRole('button', { name: 'Block' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(calls.find(({ method }) => method === 'POST')?.body).toEqual({
    phoneNumber: '+1 503 555 0177',
    reason: 'Rude',
  });
  await userEvent.click(screen.getByRole('button', { name: 'Unblock +1 213 555 0149' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(writes(calls)).toHaveLength(3));
  expect(calls.findLast(({ method }) => method === 'POST')?.body).toEqual({
    phoneNumber: '+12135550149',
    reason: 'Says nothing',
  });
});
