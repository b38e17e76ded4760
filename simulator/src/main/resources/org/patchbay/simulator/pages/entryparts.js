// What is inside an entry: meaning, parameters, signature, response.

import { copyButton, el } from './dom.js';
import { looksLikeXml, twiml } from './xml.js';

export function inside(entry) {
  return el('div', { class: 'inside' },
    entry.meaning ? meaning(entry.meaning) : null,
    request(entry),
    entry.params.length ? parameters(entry.params) : null,
    entry.signature ? el('section', {}, el('h3', {}, 'X-Twilio-Signature'), el('span', { class: 'mono' }, entry.signature)) : null,
    response(entry));
}

function meaning({ code, title, plain }) {
  return el('p', { class: 'meaning' }, el('strong', {}, `${code} ${title}. `), plain);
}

function request(entry) {
  return el('section', {},
    el('h3', {}, 'Request', copyButton('Copy as JSON', () => JSON.stringify(entry, null, 2))),
    el('pre', { tabindex: '0' }, `${entry.method} ${entry.url}`));
}

function parameters(params) {
  const copied = () => params.map(({ name, value }) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join('&');
  return el('section', {},
    el('h3', {}, `Parameters (${params.length})`, copyButton('Copy as form', copied)),
    el('table', {}, el('tbody', {}, params.map(({ name, value }) => el('tr', {}, el('th', { scope: 'row' }, name), el('td', {}, value))))));
}

function response(entry) {
  const title = entry.type === 'webhook' && looksLikeXml(entry.answer) ? 'Response: TwiML' : 'Response';
  return el('section', {},
    el('h3', {}, title, entry.answer ? copyButton('Copy', () => entry.answer) : null),
    el('pre', { tabindex: '0' }, body(entry)));
}

function body(entry) {
  if (entry.status === 0) return [`No answer: ${entry.problem ?? 'the connection failed'}`];
  if (!entry.answer) return ['(empty)'];
  return looksLikeXml(entry.answer) ? twiml(entry.answer) : [json(entry.answer)];
}

function json(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
