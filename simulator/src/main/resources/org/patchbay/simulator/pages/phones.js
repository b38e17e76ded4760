// The phones page: handsets, the numbers to call, and the calls.

import { call, follow, get, post } from './api.js';
import { el, renderWhenChanged, show } from './dom.js';
import { frame } from './frame.js';
import { Handset } from './handset.js';
import { renderCalls, renderNumbers } from './sidelists.js';
import { phone as written } from './words.js';

frame('Phones');

const handsets = new Map();
const at = (id) => document.getElementById(id);

async function loadPhones() {
  const { now, sound, phones, others } = await get('/simulator/phones');
  const ahead = Date.parse(now) - Date.now();
  for (const [number, handset] of handsets) {
    if (!phones.some((phone) => phone.number === number)) {
      handset.close();
      handsets.delete(number);
    }
  }
  for (const phone of phones) {
    if (!handsets.has(phone.number)) {
      const handset = new Handset(phone, removePhone);
      handsets.set(phone.number, handset);
      at('phones').append(handset.element);
    }
    handsets.get(phone.number).update(phone, ahead, sound);
  }
  show(at('no-phones'), phones.length === 0);
  renderOthers(others);
}

function renderOthers(others) {
  renderWhenChanged(at('others'), others, () => others.map((other) => el('div', { class: 'strip', role: 'status' },
    el('span', {}, el('strong', {}, written(other.number)), ` is ringing: ${written(other.other)} calls, and no phone here has that number.`),
    el('button', { class: 'button main', type: 'button', onclick: () => newPhone(other.number) }, 'Take this phone'),
  )));
}

async function newPhone(number) {
  const problem = at('new-problem');
  show(problem, false);
  try {
    const made = await post('/simulator/phones', number ? { number } : {});
    at('new-number').value = '';
    await loadPhones();
    handsets.get(made.number)?.focus();
  } catch (refused) {
    problem.textContent = refused.message;
    show(problem, true);
  }
}

async function removePhone(number) {
  await call('DELETE', `/simulator/phones/${encodeURIComponent(number)}`);
  at('new-number').focus();
}

const idle = () => [...handsets.values()].filter((handset) => handset.isIdle());

/** Puts a number into the free phone that was used last, or a new one. */
async function choose(number) {
  if (idle().length === 0) await newPhone('');
  const free = idle();
  (free.find((handset) => handset.wasUsedLast()) ?? free[0])?.dial(number);
}

/** A link that ends in `?dial=+14155550100` leads to a phone with that number in it; to call is the reader's part. */
async function dialAsked() {
  const number = new URLSearchParams(location.search).get('dial');
  if (!number) return;
  history.replaceState(null, '', location.pathname);
  await choose(number);
}

at('new-phone').addEventListener('submit', (event) => {
  event.preventDefault();
  newPhone(at('new-number').value.trim());
});

const phones = follow(['phones', 'exchanges'], loadPhones);
const numbers = follow(['exchanges'], async () => renderNumbers(await get('/simulator/numbers'), choose));
const calls = follow(['exchanges'], async () => renderCalls(await get('/simulator/calls')));
phones().then(dialAsked);
numbers();
calls();
setInterval(() => handsets.forEach((handset) => handset.tick()), 500);
setInterval(() => handsets.forEach((handset) => handset.meter()), 100);
