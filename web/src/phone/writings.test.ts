import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeApi, ok } from '../test/fakeApi';
import { keep, keptCalls, keptOf, sendKept } from './writings';

const of = (callId: string) => ({ memberId: 'mara', callId });

beforeEach(() => localStorage.clear());
afterEach(() => vi.unstubAllGlobals());

test('what was written about a former call is sent, and kept until the server has it', async () => {
  localStorage.setItem('patchbay.writing.mara.former', '{"notes":"kept"}');
  expect(keptCalls('mara')).toEqual(['former']);
  fakeApi({ 'PATCH /api/calls/former': { status: 503, body: {} } });
  await expect(sendKept(of('former'))).rejects.toThrow();
  expect(keptCalls('mara')).toEqual(['former']);
  const calls = fakeApi({ 'PATCH /api/calls/former': ok({}) });
  expect(await sendKept(of('former'))).toBe(true);
  expect(calls[0]?.body).toEqual({ notes: 'kept' });
  expect(keptCalls('mara')).toEqual([]);
  expect(await sendKept(of('former'))).toBe(false);
});

test('what is typed while it is being sent stays kept', async () => {
  keep(of('one'), { notes: 'a' });
  fakeApi({
    'PATCH /api/calls/one': () => {
      keep(of('one'), { notes: 'ab' });
      return ok({});
    },
  });
  await sendKept(of('one'));
  expect(keptOf(of('one'))).toEqual({ notes: 'ab' });
});

test('where storage is blocked it is kept as long as the page', () => {
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('blocked', 'SecurityError');
  });
  keep(of('two'), { notes: 'a' });
  expect(keptOf(of('two'))).toEqual({ notes: 'a' });
});

test('what one member wrote is not sent in the name of another, nor in another workspace', async () => {
  keep(of('three'), { notes: 'a' });
  const calls = fakeApi({});
  expect(keptCalls('maras-other-membership')).toEqual([]);
  expect(await sendKept({ memberId: 'hugo', callId: 'three' })).toBe(false);
  expect(calls).toEqual([]);
  expect(keptCalls('mara')).toContain('three');
});
