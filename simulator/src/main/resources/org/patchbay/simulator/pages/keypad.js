// Twelve keys.

import { el } from './dom.js';

const KEYS = [
  ['1', ''], ['2', 'ABC'], ['3', 'DEF'],
  ['4', 'GHI'], ['5', 'JKL'], ['6', 'MNO'],
  ['7', 'PQRS'], ['8', 'TUV'], ['9', 'WXYZ'],
  ['*', ''], ['0', '+'], ['#', ''],
];
const NAMES = { '*': 'star', '#': 'hash' };

export function keypad(press) {
  return el('div', { class: 'keypad', role: 'group', 'aria-label': 'Keypad' }, KEYS.map(([key, letters]) => el('button', {
    type: 'button', class: 'key', 'aria-label': NAMES[key] ?? key, onclick: () => press(key),
  }, el('span', {}, key), letters ? el('small', { 'aria-hidden': 'true' }, letters) : null)));
}
