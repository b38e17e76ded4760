import { beforeEach, expect, test } from 'vitest';
import { FakeCall, FakeDevice } from '../test/phone';
import { type Heard, Voice } from './Voice';

let heard: (Heard | null)[];
let ended: string[];
let voice: Voice;
let device: FakeDevice;

beforeEach(() => {
  heard = [];
  ended = [];
  voice = new Voice(
    (now) => heard.push(now),
    (callId) => ended.push(callId),
  );
  device = new FakeDevice('token');
});

const sounds = () => heard.map((now) => now?.sound ?? null);

test('it joins with the call and the epoch of the claim, once', async () => {
  await Promise.all([voice.join(device, 'call-1', 3), voice.join(device, 'call-1', 3)]);
  expect(device.connected).toEqual([{ callId: 'call-1', epoch: '3' }]);
  expect(sounds()).toEqual(['joining', 'in']);
});

test('a line that breaks is broken until it is mended', async () => {
  await voice.join(device, 'call-1', null);
  device.calls[0]?.emit('reconnecting');
  device.calls[0]?.emit('reconnected');
  expect(sounds()).toEqual(['joining', 'in', 'broken', 'in']);
});

test('who mutes before the line is there is muted when it is', async () => {
  const joining = voice.join(device, 'call-1', null);
  voice.mute(true);
  await joining;
  expect(device.calls[0]?.did).toContain('mute true');
  expect(voice.heard?.muted).toBe(true);
});

test('the SDK’s warnings make the line weak, with what is lost, until they are gone', async () => {
  await voice.join(device, 'call-1', null);
  const call = device.calls[0];
  call?.emit('warning', 'constant-audio-input-level');
  expect(voice.heard?.weak).toBeNull();
  call?.emit('warning', 'high-packet-loss');
  call?.emit('warning', 'low-mos');
  call?.emit('sample', { packetsLostFraction: 7.4 });
  expect(voice.heard?.weak).toEqual({ lossPercent: 7 });
  call?.emit('warning-cleared', 'high-packet-loss');
  expect(voice.heard?.weak).toEqual({ lossPercent: 7 });
  call?.emit('warning-cleared', 'low-mos');
  expect(voice.heard?.weak).toBeNull();
});

test('who leaves while the line is being made is not on it', async () => {
  const joining = voice.join(device, 'call-1', null);
  voice.leave();
  await joining;
  expect(device.calls[0]?.over).toBe(true);
  expect(voice.heard).toBeNull();
  expect(ended).toEqual([]);
});

test('an end that was not asked for is told', async () => {
  await voice.join(device, 'call-1', null);
  device.calls[0]?.emit('disconnect');
  expect(voice.heard).toBeNull();
  expect(ended).toEqual(['call-1']);
});

test('a call that the server rings with is taken', () => {
  const rung = new FakeCall();
  voice.take(rung, 'call-1');
  expect(rung.did).toEqual(['accept']);
  expect(voice.heard?.sound).toBe('in');
});

test('tones go into the call', async () => {
  await voice.join(device, 'call-1', null);
  voice.press('12#');
  expect(device.calls[0]?.did).toContain('digits 12#');
});
