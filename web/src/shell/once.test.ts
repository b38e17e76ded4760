import { expect, test, vi } from 'vitest';
import { once } from './once';

test('nothing is made before it is asked for, and then once', () => {
  const make = vi.fn(() => undefined);
  const get = once(make);
  expect(make).not.toHaveBeenCalled();
  get();
  get();
  expect(make).toHaveBeenCalledOnce();
});
