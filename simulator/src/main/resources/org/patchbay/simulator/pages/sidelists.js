// The lists beside the handsets: numbers that can be called, and calls.

import { el, renderWhenChanged } from './dom.js';
import { clock, duration, host, phone, STATUS_WORDS } from './words.js';

export function renderNumbers({ numbers }, choose) {
  const known = document.getElementById('known-numbers');
  renderWhenChanged(known, numbers, () => numbers.map((number) => el('option', { value: number.number }, number.name)));
  renderWhenChanged(document.getElementById('numbers'), numbers, () => (numbers.length === 0
    ? el('p', { class: 'muted' }, 'No account has a number yet. Buy one by REST as the README shows, or start the simulator with --number.')
    : el('ul', { class: 'plain' }, numbers.map((number) => numberRow(number, choose)))));
}

function numberRow(number, choose) {
  const hook = number.voiceUrl
    ? el('span', { class: 'muted small clip', title: number.voiceUrl }, `${number.accountName} · asks ${host(number.voiceUrl)}`)
    : el('span', { class: 'warn small' }, 'has no voice URL yet: calls will fail');
  return el('li', { class: 'row' },
    el('span', { class: 'grow stack' }, el('strong', {}, phone(number.number)), hook),
    el('button', {
      class: 'button small', type: 'button', 'aria-label': `Dial ${phone(number.number)}`, onclick: () => choose(number.number),
    }, 'Dial'));
}

export function renderCalls({ live, over }) {
  renderWhenChanged(document.getElementById('calls'), [live, over], () => (live.length + over.length === 0
    ? el('p', { class: 'muted' }, 'No calls yet.')
    : el('ul', { class: 'plain' }, [...live, ...over].map(callRow))));
}

function callRow(call) {
  const talked = call.answered && call.seconds ? ` · ${duration(call.seconds)}` : '';
  return el('li', {},
    el('a', { class: 'row link', href: `/inspector#${call.sid}` },
      el('span', { class: `jack ${call.status}`, 'aria-hidden': 'true' }),
      el('span', { class: 'grow stack' },
        el('span', {}, `${phone(call.from)} → ${phone(call.to) || 'an application'}`),
        el('span', { class: 'muted small' }, `${STATUS_WORDS[call.status]}${talked}${call.parentSid ? ' · dialled by another call' : ''}`)),
      el('span', { class: 'muted small figures' }, clock(call.began))));
}
