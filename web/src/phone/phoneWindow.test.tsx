import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Call } from '../api/types';
import { Toolbar } from '../shell/Toolbar';
import { useKeys } from '../shell/useKeys';
import { usePhoneCommands } from '../shell/usePhoneCommands';
import { fakeApi, ok, page } from '../test/fakeApi';
import { member } from '../test/fixtures';
import { renderAs } from '../test/render';
import { Offers } from './Offers';
import { type Phone, PhoneContext } from './Phone';
import { PhoneAnnouncements } from './PhoneAnnouncements';
import { PhoneDock } from './PhoneDock';
import { PhoneWindowProvider } from './PhoneWindow';

const mara = member('Mara');
const AT = '2026-11-20T10:00:00Z';
const call = {
  id: 'call-1',
  direction: 'inbound',
  stage: 'talking',
  status: 'in-progress',
  outcome: null,
  from: '+16465550109',
  to: '+14155550100',
  callerName: null,
  contactId: null,
  contactName: 'Jonah Reyes',
  numberId: null,
  ringUntil: null,
  recorded: true,
  recordingPaused: false,
  createdAt: AT,
  offeredAt: AT,
  answeredAt: AT,
  notes: '',
  disposition: null,
  tags: [],
} as unknown as Call;

const phone = (over: Partial<Phone>): Phone =>
  ({
    readiness: { kind: 'ready' },
    offers: [],
    line: null,
    wrapUp: null,
    answer: vi.fn(async () => {}),
    decline: vi.fn(async () => {}),
    hangUp: vi.fn(async () => {}),
    mute: vi.fn(),
    pauseRecording: vi.fn(async () => {}),
    prolong: vi.fn(async () => {}),
    finish: vi.fn(async () => {}),
    ...over,
  }) as unknown as Phone;

const draw = (of: Phone) =>
  renderAs(
    mara,
    <PhoneContext value={of}>
      <PhoneWindowProvider>
        <Frame />
      </PhoneWindowProvider>
    </PhoneContext>,
  );

/** As much of the shell as the phone needs. */
function Frame() {
  useKeys(usePhoneCommands(), () => {});
  return (
    <PhoneDock>
      <Toolbar title="Calls" />
      <input aria-label="field" />
      <Offers />
      <PhoneAnnouncements />
    </PhoneDock>
  );
}

let calls: ReturnType<typeof fakeApi>;
beforeEach(() => {
  calls = fakeApi({
    'GET /api/calls': page([]),
    'GET /api/numbers': page([]),
    'PATCH /api/calls/call-1': ok(call),
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  localStorage.clear();
});

test('Enter answers an offer, but in a field it keeps its meaning', async () => {
  const of = phone({ offers: [call] });
  await draw(of);
  expect(await screen.findByRole('heading', { name: 'Jonah Reyes' })).toBeVisible();
  expect(document.body).toHaveFocus();
  await userEvent.click(screen.getByLabelText('field'));
  await userEvent.keyboard('{Enter}');
  expect(of.answer).not.toHaveBeenCalled();
  await userEvent.keyboard('{Control>}{Shift>}{Enter}{/Shift}{/Control}');
  await waitFor(() => expect(of.answer).toHaveBeenCalledWith('call-1'));
});

test('a call opens the panel; its note is sent after the last key and then no longer kept here', async () => {
  await draw(phone({ line: { call, sound: 'in', muted: false, weak: null } }));
  await userEvent.type(await screen.findByLabelText('Note'), 'hinge');
  expect(localStorage.getItem('patchbay.writing.call-1')).toBe('{"notes":"hinge"}');
  await screen.findByText('Saved');
  const sent = calls.filter(({ method }) => method === 'PATCH');
  expect(sent.at(-1)?.body).toEqual({ notes: 'hinge' });
  expect(localStorage.getItem('patchbay.writing.call-1')).toBeNull();
});

test('what was typed and never sent is there after a reload, and is sent', async () => {
  localStorage.setItem('patchbay.writing.call-1', '{"notes":"kept"}');
  await draw(phone({ line: { call, sound: 'in', muted: false, weak: null } }));
  expect(await screen.findByLabelText('Note')).toHaveValue('kept');
  await screen.findByText('Saved');
  expect(calls.find(({ method }) => method === 'PATCH')?.body).toEqual({ notes: 'kept' });
});
