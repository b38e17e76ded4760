import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { fakeApi, ok, page } from '../../test/fakeApi';
import { member } from '../../test/fixtures';
import { renderAs } from '../../test/render';
import { number } from '../../test/twilio';
import { CallerIdCard, mayCallFrom } from './CallerIdCard';

const mara = member('Mara');
const PATH = `/api/members/${mara.id}/caller-id`;
const support = number(17, { friendlyName: 'Support' });
const first = { numberId: 'number-1', phoneNumber: '+14155550101', chosen: false };

afterEach(() => vi.unstubAllGlobals());

test('one calls from the first of one’s numbers until one chooses another', async () => {
  const calls = fakeApi({
    [`GET ${PATH}`]: ok(first),
    [`PUT ${PATH}`]: ok({ numberId: support.id, phoneNumber: support.phoneNumber, chosen: true }),
    'GET /api/numbers': page([number(1), support, number(2, { memberIds: ['somebody else'] })]),
  });
  await renderAs(mara, <CallerIdCard />, ['numbers.read', 'calls.make']);
  const choice = await screen.findByRole('combobox');
  expect(choice).toHaveValue('The first of yours, +1 415 555 0101');
  await userEvent.click(choice);
  expect(screen.queryByRole('option', { name: /0102/ })).toBeNull();
  await userEvent.click(await screen.findByRole('option', { name: '+1 415 555 0117 · Support' }));
  await waitFor(() => expect(choice).toHaveValue('+1 415 555 0117 · Support'));
  expect(calls.find(({ method }) => method === 'PUT')?.body).toEqual({ numberId: support.id });
});

test('without a number there is nothing to choose', async () => {
  fakeApi({
    [`GET ${PATH}`]: ok({ numberId: null, phoneNumber: null, chosen: false }),
    'GET /api/numbers': page([]),
  });
  await renderAs(mara, <CallerIdCard />, ['numbers.read', 'calls.make']);
  expect(await screen.findByText(/no number yet that you can call from/)).toBeVisible();
});

test('one may call from what is everybody’s or one’s own, and can call', () => {
  expect(mayCallFrom(number(1), mara.id)).toBe(true);
  expect(mayCallFrom(number(1, { memberIds: [mara.id] }), mara.id)).toBe(true);
  expect(mayCallFrom(number(1, { memberIds: ['other'] }), mara.id)).toBe(false);
  expect(mayCallFrom(number(1, { voice: false }), mara.id)).toBe(false);
  expect(mayCallFrom(number(1, { status: 'released' }), mara.id)).toBe(false);
});
