import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { gatewayOf, gatewayOptions, loadVoiceSdk } from './sdk';

const opened: string[] = [];
let seenBySdk: typeof WebSocket;

class FakeSocket {
  constructor(address: string | URL) {
    opened.push(String(address));
  }
}

beforeEach(() => {
  opened.length = 0;
  vi.stubGlobal('WebSocket', FakeSocket);
  vi.resetModules();
  vi.doMock('@twilio/voice-sdk', () => {
    seenBySdk = window.WebSocket;
    return { Device: class {} };
  });
});

afterEach(() => {
  vi.doUnmock('@twilio/voice-sdk');
  vi.unstubAllGlobals();
});

test('without a simulator the SDK gets the browser as it is', async () => {
  await loadVoiceSdk(null);
  expect(seenBySdk).toBe(FakeSocket);
  expect(gatewayOptions(null)).toEqual({});
});

test('with one, only its gateway is reached without TLS', async () => {
  const sdk = await loadVoiceSdk('localhost:8090');
  expect(sdk.Device).toBeDefined();
  new seenBySdk('wss://localhost:8090/signal');
  new seenBySdk(new URL('wss://voice-js.roaming.twilio.com/signal'));
  new seenBySdk('wss://localhost:8090.example.com/signal');
  expect(opened).toEqual([
    'ws://localhost:8090/signal',
    'wss://voice-js.roaming.twilio.com/signal',
    'wss://localhost:8090.example.com/signal',
  ]);
  expect(gatewayOptions('localhost:8090')).toEqual({
    chunderw: 'localhost:8090',
    publishEvents: false,
  });
});

test('afterwards the page has its own class again, also when the SDK does not load', async () => {
  await loadVoiceSdk('localhost:8090');
  expect(window.WebSocket).toBe(FakeSocket);
  vi.resetModules();
  vi.doMock('@twilio/voice-sdk', () => {
    throw new Error('offline');
  });
  await expect(loadVoiceSdk('localhost:8090')).rejects.toThrow();
  expect(window.WebSocket).toBe(FakeSocket);
});

test('the gateway is where the phones page is', () => {
  expect(gatewayOf({ simulator: { phonesUrl: 'http://127.0.0.1:8090/' } })).toBe('127.0.0.1:8090');
  expect(gatewayOf({ simulator: null })).toBeNull();
});
