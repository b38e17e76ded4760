import i18next from 'i18next';
import { expect, test } from 'vitest';
import type { Call } from '../api/types';
import { callWith } from '../test/phone';
import { endingOf, nameOfOurs } from './words';

const ending = (endReason: Call['endReason'], over: Partial<Call> = {}) =>
  endingOf(callWith({ contactName: 'Jonah', memberName: 'Mara', endReason, ...over }), i18next.t);

test('our end is said by its name, and as a number where it has none or was never given another', () => {
  const call = callWith({ to: '+14155550100' });
  expect(nameOfOurs(call, 'Sales')).toBe('Sales');
  expect(nameOfOurs(call, '+14155550100')).toBe('+1 415 555 0100');
  expect(nameOfOurs(call, undefined)).toBe('+1 415 555 0100');
  expect(nameOfOurs(callWith({ to: '73573' }), undefined)).toBe('73573');
});

test('who wrote is told why the call ended, unless they ended it', () => {
  expect(ending('customer-left')).toBe('Jonah hung up');
  expect(ending('line-busy')).toBe('Jonah was busy');
  expect(ending('agent-gone')).toBe('The browser of Mara went away and did not come back');
  expect(ending('hung-up')).toBe('Call ended');
  expect(ending('agent-left')).toBe('Call ended');
});

test('a reason that is not known yet is an end; what cannot be reached has Twilio’s code', () => {
  expect(ending(null)).toBe('Call ended');
  expect(ending('abducted' as Call['endReason'])).toBe('Call ended');
  expect(ending('cannot-be-reached', { errorCode: 13227 })).toBe(
    'Jonah could not be reached. Twilio says 13227.',
  );
});
