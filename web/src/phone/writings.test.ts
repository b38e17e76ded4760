import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeApi, ok } from '../test/fakeApi';
import { keep, keptCalls, keptOf, sendKept } from './writings';

beforeEach(() => localStorage.clear());
afterEach(() => vi.unstubAllGlobals());

test('what was written about a former call is sent, and kept until the server has it', async () => {
  localStorage.setItem('patchbay.writing.former', '{"notes":"kept"}');
  expect(keptCalls()).toEqual(['former']);
  fakeApi({ 'PATCH /api/calls/former': { status: 503, body: {} } });
  await expect(sendKept('former')).rejects.toThrow();
  expect(keptCalls()).toEqual(['former']);
  const calls = fakeApi({ 'PATCH /api/calls/former': ok({}) });
  expect(await sendKept('former')).toBe(true);
  expect(calls[0]?.body).toEqual({ notes: 'kept' });
  expect(keptCalls()).toEqual([]);
  expect(await sendKept('former')).toBe(false);
});

test('what is typed while it is being sent stays kept', async () => {
  keep('one', { notes: 'a' });
  fakeApi({
    'PATCH /api/calls/one': () => {
      keep('one', { notes: 'ab' });
      return ok({});
    },
  });
  await sendKept('one');
  expect(keptOf('one')).toEqual({ notes: 'ab' });
});

test('where storage is blocked it is kept as long as the page', () => {
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('blocked', 'SecurityError');
  });
  keep('two', { notes: 'a' });
  expect(keptOf('two')).toEqual({ notes: 'a' });
});
