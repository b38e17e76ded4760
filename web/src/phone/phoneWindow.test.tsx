import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keys } from '../api/queries';
import type { Call } from '../api/types';
import { Toolbar } from '../shell/Toolbar';
import { useKeys } from '../shell/useKeys';
import { usePhoneCommands } from '../shell/usePhoneCommands';
import { fakeApi, ok, page } from '../test/fakeApi';
import { member, workspace } from '../test/fixtures';
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

let change: (of: Phone) => void = () => {};

function Holder({ first }: { first: Phone }) {
  const [of, setOf] = useState(first);
  change = setOf;
  return (
    <PhoneContext value={of}>
      <PhoneWindowProvider>
        <Frame />
      </PhoneWindowProvider>
    </PhoneContext>
  );
}

const draw = (of: Phone) => renderAs(mara, <Holder first={of} />);

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
    'GET /api/members': page([mara]),
    'GET /api/contacts': page([]),
    'GET /api/members/member-Mara/caller-id': ok({
      numberId: null,
      phoneNumber: null,
      chosen: false,
    }),
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
  expect(localStorage.getItem('patchbay.writing.member-Mara.call-1')).toBe('{"notes":"hinge"}');
  await screen.findByText('Saved');
  const sent = calls.filter(({ method }) => method === 'PATCH');
  expect(sent.at(-1)?.body).toEqual({ notes: 'hinge' });
  expect(localStorage.getItem('patchbay.writing.member-Mara.call-1')).toBeNull();
});

test('what was typed and never sent is there after a reload, and is sent', async () => {
  localStorage.setItem('patchbay.writing.member-Mara.call-1', '{"notes":"kept"}');
  await draw(phone({ line: { call, sound: 'in', muted: false, weak: null } }));
  expect(await screen.findByLabelText('Note')).toHaveValue('kept');
  await screen.findByText('Saved');
  expect(calls.find(({ method }) => method === 'PATCH')?.body).toEqual({ notes: 'kept' });
});

const line = { call, sound: 'in', muted: false, weak: null } as const;
const ended = { ...call, stage: 'ended', endReason: 'customer-left', wrapUpUntil: null } as Call;

test('a call made small is a pill in the toolbar; there it is muted, and from there made large', async () => {
  const of = phone({ line });
  await draw(of);
  await userEvent.click(await screen.findByRole('button', { name: 'Make small' }));
  expect(screen.queryByLabelText('Note')).toBeNull();
  const pill = within(screen.getByRole('group', { name: 'Phone' }));
  await userEvent.click(pill.getByRole('button', { name: 'Mute' }));
  expect(of.mute).toHaveBeenCalledWith(true);
  await userEvent.click(pill.getByRole('button', { name: /Jonah Reyes/ }));
  expect(await screen.findByLabelText('Note')).toBeVisible();
  expect(screen.queryByRole('group', { name: 'Phone' })).toBeNull();
});

test('in a call its keys mute, pause the recording, open the keypad and the note, and hang up', async () => {
  const of = phone({ line });
  await draw(of);
  await screen.findByLabelText('Note');
  await userEvent.keyboard('mr#');
  expect(of.mute).toHaveBeenCalledWith(true);
  expect(of.pauseRecording).toHaveBeenCalledWith(true);
  expect(screen.getByRole('button', { name: '5' })).toBeVisible();
  await userEvent.keyboard('n');
  expect(screen.getByLabelText('Note')).toHaveFocus();
  await userEvent.keyboard('mmm'); // text now
  expect(of.mute).toHaveBeenCalledOnce();
  await userEvent.keyboard('{Control>}{Shift>}e{/Shift}{/Control}');
  expect(of.hangUp).toHaveBeenCalledOnce();
});

test('without a call the same keys do nothing', async () => {
  const of = phone({});
  await draw(of);
  await userEvent.keyboard('m#r{Enter}{Backspace}{Control>}{Shift>}e{/Shift}{/Control}');
  expect(of.mute).not.toHaveBeenCalled();
  expect(of.hangUp).not.toHaveBeenCalled();
  expect(of.answer).not.toHaveBeenCalled();
});

test('a card that somebody else answered says who, and folds', async () => {
  const offered = { ...call, stage: 'offered', memberId: null, memberName: null } as Call;
  const { queries } = await draw(phone({ offers: [offered] }));
  await screen.findByRole('heading', { name: 'Jonah Reyes' });
  const taken = { ...offered, stage: 'claimed', memberId: 'member-Sofie', memberName: 'Sofie' };
  act(() => queries.setQueryData(keys.liveCalls(workspace.id), [taken]));
  act(() => change(phone({})));
  expect(await screen.findByText('Sofie answered')).toBeVisible();
  expect(screen.queryByRole('button', { name: /Answer/ })).toBeNull();
  await waitFor(() => expect(screen.queryByText('Sofie answered')).toBeNull());
});

test('a card that I declined goes without a word', async () => {
  const offered = { ...call, stage: 'offered', memberId: null, memberName: null } as Call;
  const { queries } = await draw(phone({ offers: [offered] }));
  await screen.findByRole('heading', { name: 'Jonah Reyes' });
  act(() => queries.setQueryData(keys.liveCalls(workspace.id), [offered]));
  act(() => change(phone({})));
  expect(screen.queryByRole('heading', { name: 'Jonah Reyes' })).toBeNull();
  expect(screen.queryByText(/answered/)).toBeNull();
});

test('the end of a call is announced, and said in words', async () => {
  await draw(phone({ line }));
  await screen.findByLabelText('Note');
  act(() => change(phone({ wrapUp: ended })));
  expect(await screen.findByText('Call ended')).toHaveAttribute('aria-live', 'assertive');
  expect(await screen.findByText('Jonah Reyes hung up')).toBeVisible();
});

test('a blocked microphone is announced', async () => {
  await draw(phone({}));
  act(() => change(phone({ readiness: { kind: 'blocked', why: 'microphone-refused' } })));
  expect(await screen.findByText('Microphone blocked')).toHaveAttribute('aria-live', 'assertive');
});

test('the wrap-up is not done while its note could not be saved', async () => {
  let away = true;
  fakeApi({
    'GET /api/calls': page([]),
    'GET /api/numbers': page([]),
    'PATCH /api/calls/call-1': () =>
      away ? { status: 503, body: { type: 'urn:patchbay:problem:unavailable' } } : ok(call),
  });
  const of = phone({ wrapUp: ended });
  await draw(of);
  await userEvent.type(await screen.findByLabelText('Note'), 'hinge');
  await userEvent.click(screen.getByRole('button', { name: /^Done/ }));
  await screen.findByText(/Kept here/);
  expect(of.finish).not.toHaveBeenCalled();
  away = false;
  await userEvent.click(screen.getByRole('button', { name: /^Done/ }));
  await waitFor(() => expect(of.finish).toHaveBeenCalledOnce());
});

test('in the dialpad the arrows choose among recent numbers, and Enter calls', async () => {
  const dial = vi.fn(async () => call);
  fakeApi({
    'GET /api/calls': page([
      call,
      { ...call, id: 'call-2', from: '+12025550186', contactName: 'Amara' },
    ]),
    'GET /api/numbers': page([]),
    'GET /api/members': page([mara]),
    'GET /api/members/member-Mara/caller-id': ok({
      numberId: null,
      phoneNumber: null,
      chosen: false,
    }),
  });
  await draw(phone({ dial }));
  await userEvent.keyboard('{Control>}d{/Control}');
  const field = await screen.findByRole('combobox', { name: 'Name or number' });
  await screen.findByRole('option', { name: /Amara/ });
  expect(field).toHaveFocus();
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}');
  await waitFor(() =>
    expect(dial).toHaveBeenCalledWith(expect.objectContaining({ to: '+12025550186' })),
  );
});
