import { afterEach, expect, test, vi } from 'vitest';
import { Resumes } from './Resumes';

const NAME = 'patchbay.phone.test';

const microphone = (state: PermissionState) =>
  vi.stubGlobal('navigator', { permissions: { query: async () => ({ state }) } });

afterEach(() => {
  vi.unstubAllGlobals();
  sessionStorage.clear();
});

test('a tab that was the phone and is loaded again is the phone without a click', async () => {
  microphone('granted');
  new Resumes(NAME).note(true);
  const again = new Resumes(NAME);
  again.note(false); // until it has woken up it is not
  expect(await again.may()).toBe(true);
});

test('one that was not the phone waits for a click', async () => {
  microphone('granted');
  new Resumes(NAME).note(true);
  new Resumes(NAME).note(false);
  expect(await new Resumes(NAME).may()).toBe(false);
});

test('where the microphone would be asked for, a click has to come first', async () => {
  microphone('prompt');
  new Resumes(NAME).note(true);
  expect(await new Resumes(NAME).may()).toBe(false);
});
