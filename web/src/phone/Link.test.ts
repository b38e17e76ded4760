import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ProblemError } from '../api/problem';
import { FakeApi, FakeDevice } from '../test/phone';
import { Link, type LinkState } from './Link';
import { isRefusal } from './phoneApi';

let api: FakeApi;
let devices: FakeDevice[];
let states: LinkState[];
let link: Link;

beforeEach(() => {
  vi.useFakeTimers();
  api = new FakeApi();
  devices = [];
  states = [];
  link = make();
});

afterEach(() => {
  link.stop();
  vi.useRealTimers();
});

function make(answers: FakeDevice['answers'] = 'ready'): Link {
  return new Link({
    token: api.token,
    device: async (token) => {
      const device = new FakeDevice(token);
      device.answers = answers;
      devices.push(device);
      return device;
    },
    onState: (state) => states.push(state),
    onIncoming: () => {},
    isRefusal,
    random: () => 0,
  });
}

const kinds = () => states.map(({ kind }) => kind);
const device = (): FakeDevice => devices[0] as FakeDevice;

test('it registers with a token of the server', async () => {
  await link.start();
  expect(kinds()).toEqual(['starting', 'ready']);
});

test('the token is renewed by our own timer, well before it expires, however often', async () => {
  await link.start();
  await vi.advanceTimersByTimeAsync(3600_000 * 0.8 - 1);
  expect(device().tokens).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(device().tokens).toHaveLength(2);
  await vi.advanceTimersByTimeAsync(3600_000 * 0.8);
  expect(device().tokens).toHaveLength(3);
  expect(devices).toHaveLength(1);
  expect(kinds()).toEqual(['starting', 'ready']);
});

test('a machine that slept past the renewal renews when it is looked at', async () => {
  await link.start();
  vi.setSystemTime(Date.now() + 7200_000);
  link.look();
  await vi.advanceTimersByTimeAsync(0);
  expect(device().tokens).toHaveLength(2);
});

test('a lost registration is tried again, with growing patience, until it is there', async () => {
  await link.start();
  device().answers = 'silence';
  device().drop();
  expect(states.at(-1)?.kind).toBe('lost');
  await vi.advanceTimersByTimeAsync(300);
  expect(device().registers).toBe(2);
  device().state = 'unregistered';
  device().answers = 'ready';
  await vi.advanceTimersByTimeAsync(600);
  expect(states.at(-1)?.kind).toBe('ready');
});

test('when the network is back, it does not wait', async () => {
  await link.start();
  device().drop();
  link.look();
  expect(states.at(-1)?.kind).toBe('ready');
});

test('a server that is away is asked again, and a token that still holds is kept meanwhile', async () => {
  await link.start();
  api.refuses = new Error('away');
  await vi.advanceTimersByTimeAsync(3600_000 * 0.8 + 5_000);
  expect(states.at(-1)?.kind).toBe('ready');
  api.refuses = null;
  await vi.advanceTimersByTimeAsync(20_000);
  expect(device().tokens).toHaveLength(2);
});

test('a token that Twilio refuses is replaced, and then said to be refused, with its code', async () => {
  link = make('refusal');
  await link.start();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(states.at(-1)).toEqual({ kind: 'blocked', why: 'refused', code: 20101 });
  const tries = api.asked.length;
  await vi.advanceTimersByTimeAsync(3600_000);
  expect(api.asked).toHaveLength(tries);
});

test('a server that refuses for good is not asked again', async () => {
  api.refuses = new ProblemError(403, {});
  await link.start();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(states.at(-1)).toEqual({ kind: 'blocked', why: 'refused' });
  expect(api.asked).toEqual(['token']);
});

test('after it was stopped nothing is asked or shown', async () => {
  await link.start();
  link.stop();
  const before = states.length;
  device().drop();
  await vi.advanceTimersByTimeAsync(7200_000);
  expect(states).toHaveLength(before);
  expect(api.asked).toEqual(['token']);
});
