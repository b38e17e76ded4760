import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Call } from '../api/types';
import { fakeApi, ok, page } from '../test/fakeApi';
import { call, change, drawPhone, mara, phone } from '../test/phoneFrame';

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

test('a call opens the panel; its note is sent after the last key and then no longer kept here', async () => {
  await drawPhone(phone({ line: { call, sound: 'in', muted: false, weak: null } }));
  await userEvent.type(await screen.findByLabelText('Note'), 'hinge');
  expect(localStorage.getItem('patchbay.writing.member-Mara.call-1')).toBe('{"notes":"hinge"}');
  await screen.findByText('Saved');
  const sent = calls.filter(({ method }) => method === 'PATCH');
  expect(sent.at(-1)?.body).toEqual({ notes: 'hinge' });
  expect(localStorage.getItem('patchbay.writing.member-Mara.call-1')).toBeNull();
});

test('what was typed and never sent is there after a reload, and is sent', async () => {
  localStorage.setItem('patchbay.writing.member-Mara.call-1', '{"notes":"kept"}');
  await drawPhone(phone({ line: { call, sound: 'in', muted: false, weak: null } }));
  expect(await screen.findByLabelText('Note')).toHaveValue('kept');
  await screen.findByText('Saved');
  expect(calls.find(({ method }) => method === 'PATCH')?.body).toEqual({ notes: 'kept' });
});

const line = { call, sound: 'in', muted: false, weak: null } as const;
const ended = { ...call, stage: 'ended', endReason: 'customer-left', wrapUpUntil: null } as Call;

test('what is written keeps the name of its field when it is filled', async () => {
  const filled = { ...call, disposition: 'Replacement part', tags: ['Warranty'] };
  await drawPhone(phone({ line: { ...line, call: filled } }));
  const outcome = await screen.findByRole('combobox', { name: 'Outcome' });
  expect(outcome).toHaveValue('Replacement part');
  expect(screen.getByText('Outcome')).toBeVisible();
  expect(screen.getByText('Tags')).toBeVisible();
});

test('a call made small is a pill in the toolbar; there it is muted, and from there made large', async () => {
  const of = phone({ line });
  await drawPhone(of);
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
  await drawPhone(of);
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
  await drawPhone(of);
  await userEvent.keyboard('m#r{Enter}{Backspace}{Control>}{Shift>}e{/Shift}{/Control}');
  expect(of.mute).not.toHaveBeenCalled();
  expect(of.hangUp).not.toHaveBeenCalled();
  expect(of.answer).not.toHaveBeenCalled();
});

test('the end of a call is announced, and said in words', async () => {
  await drawPhone(phone({ line }));
  await screen.findByLabelText('Note');
  act(() => change(phone({ wrapUp: ended })));
  expect(await screen.findByText('Call ended')).toHaveAttribute('aria-live', 'assertive');
  expect(await screen.findByText('Jonah Reyes hung up')).toBeVisible();
});

test('a blocked microphone is announced', async () => {
  await drawPhone(phone({}));
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
  await drawPhone(of);
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
  await drawPhone(phone({ dial }));
  await userEvent.keyboard('{Control>}d{/Control}');
  const field = await screen.findByRole('combobox', { name: 'Name or number' });
  await screen.findByRole('option', { name: /Amara/ });
  expect(field).toHaveFocus();
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}');
  await waitFor(() =>
    expect(dial).toHaveBeenCalledWith(expect.objectContaining({ to: '+12025550186' })),
  );
});
