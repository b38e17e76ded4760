import { beforeEach, expect, test } from 'vitest';
import { JoinedHere } from './JoinedHere';

let joined: JoinedHere;

beforeEach(() => {
  localStorage.clear();
  joined = new JoinedHere('joined', localStorage);
});

test('the next tab knows the call and the legs by which this browser was on it', () => {
  joined.set('call-1');
  joined.add('CA1');
  joined.add('CA1');
  joined.add('CA2');
  joined.set('call-1');
  const next = new JoinedHere('joined', localStorage);
  expect([next.get(), next.legs()]).toEqual(['call-1', ['CA1', 'CA2']]);
});

test('of another call nothing stays', () => {
  joined.set('call-1');
  joined.add('CA1');
  joined.set('call-2');
  expect([joined.get(), joined.legs()]).toEqual(['call-2', []]);
  joined.set(null);
  joined.add('CA2');
  expect([joined.get(), joined.legs()]).toEqual([null, []]);
});

test('of many legs the last ones stay', () => {
  joined.set('call-1');
  for (let leg = 1; leg <= 9; leg++) joined.add(`CA${leg}`);
  expect(joined.legs()).toEqual(['CA4', 'CA5', 'CA6', 'CA7', 'CA8', 'CA9']);
});
