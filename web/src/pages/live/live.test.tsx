import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import type { Call, Member } from '../../api/types';
import { call } from '../../test/calls';
import { fakeApi, ok, page, writes } from '../../test/fakeApi';
import { member } from '../../test/fixtures';
import { renderAs } from '../../test/render';
import LivePage from './LivePage';

afterEach(() => vi.unstubAllGlobals());

const there = (name: string, status: Member['presence']['status']): Member => {
  const one = member(name);
  return { ...one, presence: { ...one.presence, status } };
};
const mara = there('Mara', 'available');
const sofie = there('Sofie', 'available');
const daniel = there('Daniel', 'offline');

const open = { endedAt: null, outcome: null, status: 'in-progress' } as const;
const waits = (n: number, over: Partial<Call> = {}) =>
  call(n, { ...open, stage: 'offered', memberId: null, memberName: null, ...over });
const talks = (n: number, over: Partial<Call> = {}) =>
  call(n, {
    ...open,
    stage: 'talking',
    answeredAt: '2026-11-20T10:10:00Z',
    memberId: 'member-Sofie',
    memberName: 'Sofie',
    ...over,
  });

const server = (calls: Call[]) =>
  fakeApi({
    'GET /api/calls': page(calls),
    'GET /api/members': page([mara, sofie, daniel]),
    'GET /api/numbers': page([]),
    'POST /api/calls/call-005/hang-up': ok(undefined),
  });

/** What stands in the figure of this name. */
const figure = (name: string) => screen.getAllByText(name)[0]?.parentElement?.textContent;

test('who waits longest is first, with those for whom it rings', async () => {
  server([
    waits(2, { offeredTo: [mara.id, sofie.id], declinedBy: [sofie.id] }),
    waits(1, { offeredTo: [] }),
    talks(5),
  ]);
  await renderAs(mara, <LivePage />);
  await screen.findByRole('link', { name: 'Caller 1' });
  const waiting = screen
    .getByRole('heading', { name: 'Waiting' })
    .closest('section') as HTMLElement;
  const lines = within(waiting).getAllByRole('listitem');
  expect(lines.map((line) => within(line).getByRole('link').textContent)).toEqual([
    'Caller 1',
    'Caller 2',
  ]);
  expect(lines[0]).toHaveTextContent('Nobody is free');
  expect(lines[1]).toHaveTextContent('Offered to Mara');
});

test('of a call that rings on very many desks the unnamed are counted, and those available ring', async () => {
  server([waits(1, { offeredTo: [mara.id], offeredToMore: 980 })]);
  await renderAs(mara, <LivePage />);
  expect(await screen.findByText('Offered to 981 members')).toBeVisible();
  expect(screen.getByText('Sofie').closest('li')).toHaveTextContent('Ringing');
  expect(screen.getByText('Daniel').closest('li')).not.toHaveTextContent('Ringing');
});

test('the figures count calls, and only those who could take one', async () => {
  server([waits(1), talks(5)]);
  await renderAs(mara, <LivePage />);
  await screen.findByRole('link', { name: 'Caller 5' });
  expect(figure('Waiting now')).toMatch(/^Waiting now1/);
  expect(figure('On a call')).toMatch(/^On a call1of 2 signed in/);
  expect(figure('Available')).toMatch(/^Available1of 2 signed in/); // Sofie is on a call, Daniel has left
});

test('a call is ended only after a confirmation', async () => {
  const calls = server([talks(5)]);
  await renderAs(mara, <LivePage />);
  await userEvent.click(await screen.findByRole('button', { name: 'End the call with Caller 5' }));
  expect(writes(calls)).toEqual([]);
  const sheet = within(await screen.findByRole('dialog'));
  await userEvent.click(sheet.getByRole('button', { name: /^(Hang up|End)/ }));
  await waitFor(() => expect(writes(calls)).toEqual(['POST /api/calls/call-005/hang-up']));
});

test('an agent may end their own call, not a colleague’s', async () => {
  server([talks(5), talks(6, { memberId: mara.id, memberName: 'Mara' })]);
  await renderAs(mara, <LivePage />, ['calls.read', 'calls.make', 'members.read']);
  expect(await screen.findByRole('button', { name: 'End the call with Caller 6' })).toBeVisible();
  expect(screen.queryByRole('button', { name: 'End the call with Caller 5' })).toBeNull();
});

test('when nothing goes on it says so', async () => {
  server([]);
  await renderAs(mara, <LivePage />);
  expect((await screen.findAllByText('Nobody waits.')).length).toBeGreaterThan(0);
  expect(screen.getByText('Nobody is on a call.')).toBeVisible();
});
