import { expect, test } from 'vitest';
import { phoneNumber } from './phoneNumber';

test.each([
  ['+14155550117', '+1 415 555 0117'],
  ['+442079460018', '+44 20 7946 0018'],
  ['+4930901820', '+49 30 901820'],
])('%s is grouped as in its country', (e164, written) => {
  expect(phoneNumber(e164)).toBe(written);
});

test.each(['72975', 'QUILLMERE', '', '+999'])('“%s” is no number and stays', (text) => {
  expect(phoneNumber(text)).toBe(text);
});
