// What was heard and done in a call, and the texts of a phone.

import { el, renderWhenChanged } from './dom.js';
import { clock, phone } from './words.js';

const KINDS = { heard: 'Heard', 'heard-keys': 'Heard keys', said: 'You said', pressed: 'You pressed' };

export function renderTranscript(element, lines) {
  const changed = renderWhenChanged(element, lines, () => lines.map((line) => el('li', { class: `line ${line.kind}` },
    el('span', { class: 'muted small' }, KINDS[line.kind]), ' ', el('span', {}, line.text))));
  if (changed) element.scrollTop = element.scrollHeight;
}

const NOT_YET = ['accepted', 'scheduled', 'queued', 'sending', 'sent'];

export function renderTexts(element, texts) {
  const changed = renderWhenChanged(element, texts, () => (texts.length === 0
    ? el('li', { class: 'muted small' }, 'No texts yet.')
    : texts.filter((text) => text.sent || text.status === 'delivered' || text.status === 'sent').map(bubble)));
  if (changed) element.scrollTop = element.scrollHeight;
}

function bubble(text) {
  const media = text.media ? el('span', { class: 'muted small' }, `${text.media} attached`) : null;
  return el('li', { class: text.sent ? 'text sent' : 'text' },
    el('span', { class: 'words' }, text.body, media),
    el('a', { class: 'muted small', href: `/inspector#${text.sid}` },
      `${text.sent ? 'to' : 'from'} ${phone(text.other)}, ${clock(text.at)}${NOT_YET.includes(text.status) ? `, ${text.status}` : ''}`));
}
