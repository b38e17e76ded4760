// Phone numbers as people type them, as E.164.
import { Usage } from './failures.mjs';

const E164 = /^\+[1-9][0-9]{6,14}$/;

/** @param where what to call it in a complaint */
export function phoneNumber(text, where) {
  const number = text.replace(/[\s().-]/g, '');
  if (!E164.test(number)) throw new Usage(`${where} must be a phone number with + and country, as in +14155550100.`);
  return number;
}
