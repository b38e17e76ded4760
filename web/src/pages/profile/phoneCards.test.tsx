import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { type Phone, PhoneContext } from '../../phone/Phone';
import { fakeApi, ok } from '../../test/fakeApi';
import { member } from '../../test/fixtures';
import { renderAs } from '../../test/render';
import { PhoneCards } from './PhoneCards';

const GET = 'GET /api/members/member-Mara/phone';
const PUT = 'PUT /api/members/member-Mara/phone';

const stop = vi.fn();
const phoneWith = (over: Partial<Phone['devices']> = {}) =>
  ({
    readiness: { kind: 'ready' },
    devices: {
      microphones: [{ id: 'headset', name: 'Headset' }],
      speakers: [],
      microphone: null,
      speaker: null,
      ringer: null,
      chooseMicrophone: vi.fn(async () => {}),
      testRinger: vi.fn(async () => {}),
      onLevel: (listener: (level: number) => void) => {
        queueMicrotask(() => listener(0.5));
        return stop;
      },
      ...over,
    },
  }) as unknown as Phone;

const draw = (phone: Phone) =>
  renderAs(
    member('Mara'),
    <PhoneContext value={phone}>
      <PhoneCards />
    </PhoneContext>,
  );

afterEach(() => vi.unstubAllGlobals());

test('one’s own phone is kept as the server reads it', async () => {
  const calls = fakeApi({
    [GET]: ok({ phoneNumber: null }),
    [PUT]: ok({ phoneNumber: '+14155550199' }),
  });
  await draw(phoneWith());
  const field = await screen.findByLabelText('Your phone number');
  await userEvent.type(field, '(415) 555-0199');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() =>
    expect(screen.getByLabelText('Your phone number')).toHaveValue('+1 415 555 0199'),
  );
  expect(calls.find(({ method }) => method === 'PUT')?.body).toEqual({
    phoneNumber: '(415) 555-0199',
  });
});

test('the microphone is listened to only when asked, and no longer than it is looked at', async () => {
  fakeApi({ [GET]: ok({ phoneNumber: null }) });
  const { unmount } = await draw(phoneWith());
  expect(screen.queryByRole('meter')).toBeNull();
  await userEvent.click(await screen.findByRole('button', { name: 'Test the microphone' }));
  await waitFor(() => expect(screen.getByRole('meter')).toHaveAttribute('aria-valuenow', '50'));
  unmount();
  expect(stop).toHaveBeenCalled();
});

test('a chosen device holds at once, and the ring can be tried', async () => {
  fakeApi({ [GET]: ok({ phoneNumber: null }) });
  const phone = phoneWith();
  await draw(phone);
  await userEvent.click(await screen.findByRole('combobox', { name: 'Microphone' }));
  await userEvent.click(await screen.findByText('Headset'));
  expect(phone.devices.chooseMicrophone).toHaveBeenCalledWith('headset');
  await userEvent.click(screen.getByRole('button', { name: 'Ring once' }));
  expect(phone.devices.testRinger).toHaveBeenCalledOnce();
});
