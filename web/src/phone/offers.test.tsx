import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keys } from '../api/queries';
import type { Call } from '../api/types';
import { fakeApi, page } from '../test/fakeApi';
import { workspace } from '../test/fixtures';
import { call, change, drawPhone, mara, phone } from '../test/phoneFrame';

beforeEach(() => {
  fakeApi({
    'GET /api/calls': page([]),
    'GET /api/numbers': page([]),
    'GET /api/members': page([mara]),
    'GET /api/contacts': page([]),
  });
});
afterEach(() => vi.unstubAllGlobals());

const offer = (id: string, contactName: string): Call =>
  ({
    ...call,
    id,
    contactName,
    stage: 'offered',
    memberId: null,
    memberName: null,
    offeredTo: [],
    declinedBy: [],
  }) as Call;
const jonah = offer('call-1', 'Jonah Reyes');
const amara = offer('call-2', 'Amara Okafor');

test('Enter answers an offer, but in a field it keeps its meaning', async () => {
  const of = phone({ offers: [jonah] });
  await drawPhone(of);
  expect(await screen.findByRole('heading', { name: 'Jonah Reyes' })).toBeVisible();
  expect(document.body).toHaveFocus();
  await userEvent.click(screen.getByLabelText('field'));
  await userEvent.keyboard('{Enter}');
  expect(of.answer).not.toHaveBeenCalled();
  await userEvent.keyboard('{Control>}{Shift>}{Enter}{/Shift}{/Control}');
  await waitFor(() => expect(of.answer).toHaveBeenCalledWith('call-1'));
});

test('a card that somebody else answered says who, and folds', async () => {
  const { queries } = await drawPhone(phone({ offers: [jonah] }));
  await screen.findByRole('heading', { name: 'Jonah Reyes' });
  const taken = { ...jonah, stage: 'claimed', memberId: 'member-Sofie', memberName: 'Sofie' };
  act(() => queries.setQueryData(keys.liveCalls(workspace.id), [taken]));
  act(() => change(phone({})));
  expect(await screen.findByText('Sofie answered')).toBeVisible();
  expect(screen.queryByRole('button', { name: /Answer/ })).toBeNull();
  await waitFor(() => expect(screen.queryByText('Sofie answered')).toBeNull());
});

test('a card that I declined goes without a word', async () => {
  const { queries } = await drawPhone(phone({ offers: [jonah] }));
  await screen.findByRole('heading', { name: 'Jonah Reyes' });
  act(() => queries.setQueryData(keys.liveCalls(workspace.id), [jonah]));
  act(() => change(phone({})));
  expect(screen.queryByRole('heading', { name: 'Jonah Reyes' })).toBeNull();
  expect(screen.queryByText(/answered/)).toBeNull();
});

test('the arrows choose among several offers, and Enter answers the one that is chosen', async () => {
  const of = phone({ offers: [jonah, amara, offer('call-3', 'Leif'), offer('call-4', 'Yuki')] });
  await drawPhone(of);
  const large = () => document.querySelector('[data-offer]:has(kbd)')?.getAttribute('data-offer');
  await screen.findByRole('heading', { name: 'Jonah Reyes' });
  expect(large()).toBe('call-1');
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}{ArrowDown}{ArrowUp}');
  expect(large()).toBe('call-3');
  await userEvent.keyboard('{ArrowDown}');
  expect(screen.getByRole('heading', { name: 'Yuki' })).toBeVisible();
  expect(screen.getByText('Yuki is chosen. Enter answers.')).toBeInTheDocument();
  await userEvent.keyboard('{Enter}');
  await waitFor(() => expect(of.answer).toHaveBeenCalledWith('call-4'));
  act(() => change(phone({ offers: [jonah, amara] })));
  expect(large()).toBe('call-1');
});

test('an offer is announced once, however its card changes', async () => {
  await drawPhone(phone({ offers: [jonah, amara] }));
  await screen.findByRole('heading', { name: 'Amara Okafor' });
  const announced = screen.getAllByRole('alert')[1];
  act(() => change(phone({ offers: [amara] })));
  expect(screen.getByRole('alert')).toBe(announced);
});

test('in the cards the arrows take the focus along, and a card that goes gives it back', async () => {
  const of = phone({ offers: [jonah, amara] });
  await drawPhone(of);
  const field = screen.getByLabelText('field');
  field.focus();
  act(() => screen.getByRole('button', { name: 'Answer Jonah Reyes' }).focus());
  await userEvent.keyboard('{ArrowDown}');
  expect(screen.getByRole('button', { name: 'Answer Amara Okafor' })).toHaveFocus();
  await userEvent.keyboard('{ArrowUp}');
  expect(screen.getByRole('button', { name: 'Answer Jonah Reyes' })).toHaveFocus();
  act(() => change(phone({ offers: [amara] })));
  expect(field).toHaveFocus();
});

test('a card that grows under the focus keeps it', async () => {
  await drawPhone(phone({ offers: [jonah, amara] }));
  act(() => screen.getByRole('button', { name: 'Decline Amara Okafor' }).focus());
  act(() => change(phone({ offers: [amara] })));
  expect(screen.getByRole('button', { name: 'Decline Amara Okafor' })).toHaveFocus();
});

test('of twenty offers three are shown, and the others when they are asked for, without a word for each', async () => {
  const scrolled = vi.spyOn(Element.prototype, 'scrollIntoView');
  const offers = Array.from({ length: 20 }, (_, n) => offer(`call-${n}`, `Caller ${n + 1}`));
  const of = phone({ offers });
  await drawPhone(of);
  const cards = () => screen.getAllByRole('article');
  await screen.findByRole('heading', { name: 'Caller 1' });
  expect(cards()).toHaveLength(3);
  const more = screen.getByRole('button', { name: '17 more calls' });
  expect(more).toHaveAttribute('aria-expanded', 'false');
  await userEvent.click(more);
  expect(cards()).toHaveLength(20);
  expect(screen.getAllByRole('alert')).toHaveLength(3);
  expect(more).not.toHaveFocus();

  await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}{ArrowDown}{ArrowDown}');
  expect(scrolled.mock.contexts.at(-1)).toHaveAttribute('data-offer', 'call-5');
  await userEvent.click(screen.getByRole('button', { name: 'Answer Caller 12' }));
  expect(of.answer).toHaveBeenCalledWith('call-11');

  await userEvent.click(screen.getByRole('button', { name: 'Show fewer' }));
  expect(cards()).toHaveLength(3);
  act(() => change(phone({ offers: offers.slice(0, 2) })));
  expect(screen.queryByRole('button', { name: /more calls|fewer/ })).toBeNull();
});
