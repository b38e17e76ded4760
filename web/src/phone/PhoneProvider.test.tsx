import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keys } from '../api/queries';
import { fakeApi, ok, page } from '../test/fakeApi';
import { member, workspace } from '../test/fixtures';
import { callWith, FakeDevice, talking } from '../test/phone';
import { renderAs } from '../test/render';
import { usePhone } from './Phone';
import { PhoneProvider } from './PhoneProvider';
import * as sdkDevice from './sdkDevice';

const shown: { title: string; close: ReturnType<typeof vi.fn> }[] = [];
const ringing = new Set<object>();

class FakeNotification {
  static permission = 'granted';
  onclick: (() => void) | null = null;
  readonly close = vi.fn();
  constructor(readonly title: string) {
    shown.push(this);
  }
}

class FakeNode {
  readonly gain = { value: 0, setTargetAtTime() {} };
  readonly frequency = { value: 0 };
  readonly stream = {};
  connect() {}
  disconnect() {}
  start() {
    ringing.add(this);
  }
  stop() {
    ringing.delete(this);
  }
}

class FakeAudioContext {
  readonly state = 'running';
  readonly currentTime = 0;
  createGain = () => new FakeNode();
  createOscillator = () => new FakeNode();
  createMediaStreamDestination = () => new FakeNode();
}

beforeEach(() => {
  shown.length = 0;
  ringing.clear();
  vi.stubGlobal('Notification', FakeNotification);
  vi.stubGlobal('AudioContext', FakeAudioContext);
  vi.spyOn(HTMLMediaElement.prototype, 'play').mockResolvedValue();
  vi.spyOn(HTMLMediaElement.prototype, 'pause').mockReturnValue();
  vi.spyOn(document, 'hasFocus').mockReturnValue(false);
  Object.defineProperty(navigator, 'mediaDevices', {
    configurable: true,
    value: {
      getUserMedia: async () => ({ getTracks: () => [] }),
      enumerateDevices: async () => [
        { kind: 'audioinput', deviceId: 'headset', label: 'Headset' },
        { kind: 'audiooutput', deviceId: 'desk', label: 'Desk speaker' },
      ],
    },
  });
  vi.spyOn(sdkDevice, 'makeDevice').mockImplementation(async (_, token) => new FakeDevice(token));
});

afterEach(() => {
  Reflect.deleteProperty(navigator, 'mediaDevices');
  localStorage.clear();
  sessionStorage.clear();
  vi.unstubAllGlobals();
});

function Probe() {
  const phone = usePhone();
  return (
    <>
      <p>{phone.readiness.kind}</p>
      <p>offers: {phone.offers.length}</p>
      <p>{phone.devices.microphones.map(({ name }) => name).join()}</p>
      <button type="button" onClick={() => void phone.wake()}>
        wake
      </button>
    </>
  );
}

async function open() {
  fakeApi({
    'GET /api/calls': page([]),
    'GET /api/instance': ok({ simulator: null }),
    'GET /api/voice/token': ok({ token: 't', expiresAt: new Date(Date.now() + 3.6e6) }),
  });
  const view = await renderAs(
    member('Ann'),
    <PhoneProvider>
      <Probe />
    </PhoneProvider>,
  );
  await userEvent.click(await screen.findByText('wake'));
  await screen.findByText('ready');
  await waitFor(() => expect(view.queries.getQueryData(keys.liveCalls(workspace.id))).toEqual([]));
  return {
    ...view,
    live: (...calls: object[]) =>
      act(() => view.queries.setQueryData(keys.liveCalls(workspace.id), calls)),
  };
}

test('an offer rings and is announced behind other windows, and stops at once when it goes', async () => {
  const { live } = await open();
  live(callWith({ contactName: 'Jonah Reyes' }));
  await screen.findByText('offers: 1');
  expect(ringing.size).toBeGreaterThan(0);
  expect(shown.map(({ title }) => title)).toEqual(['Jonah Reyes']);
  live();
  await screen.findByText('offers: 0');
  expect(ringing.size).toBe(0);
  expect(shown[0]?.close).toHaveBeenCalled();
});

test('nothing rings into a call', async () => {
  const { live } = await open();
  live(talking({ id: 'mine' }), callWith({}));
  await screen.findByText('offers: 1');
  expect(ringing.size).toBe(0);
  expect(shown).toEqual([]);
});

test('closing the tab asks only while a call is spoken in it', async () => {
  const { live } = await open();
  const asks = () => {
    const event = new Event('beforeunload', { cancelable: true });
    dispatchEvent(event);
    return event.defaultPrevented;
  };
  expect(asks()).toBe(false);
  localStorage.setItem(`patchbay.phone.${workspace.id}.member-Ann.joined`, 'call-1');
  live(talking());
  await waitFor(() => expect(asks()).toBe(true));
  live();
  await waitFor(() => expect(asks()).toBe(false));
});

test('the microphones that may be chosen have their names once one is allowed', async () => {
  await open();
  await screen.findByText('Headset');
});
