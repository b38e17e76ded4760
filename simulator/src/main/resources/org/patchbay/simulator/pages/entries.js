// The entries of one exchange, in order.

import { el } from './dom.js';
import { inside } from './entryparts.js';
import { clock } from './words.js';

export const TYPES = { rest: 'REST', webhook: 'Webhooks', callback: 'Callbacks', step: 'Steps' };

const KINDS = {
  VOICE: 'Voice URL',
  FALLBACK: 'Fallback URL',
  ACTION: 'Action',
  WHISPER: 'Whisper',
  WAIT: 'Wait URL',
  ANNOUNCE: 'Announcement',
  MEDIA: 'Media',
  MESSAGE: 'Messaging URL',
  CALL_STATUS: 'Call status',
  CONFERENCE_STATUS: 'Conference',
  RECORDING_STATUS: 'Recording',
  TRANSCRIPTION: 'Transcription',
  STREAM_STATUS: 'Stream',
  AMD: 'Machine detection',
  PARTIAL_RESULT: 'Partial result',
  MESSAGE_STATUS: 'Message status',
};

export function matches(entry, types, text) {
  return types.has(entry.type) && (!text || JSON.stringify(entry).toLowerCase().includes(text.toLowerCase()));
}

export function row(entry) {
  return entry.type === 'step' ? step(entry) : exchange(entry);
}

function step(entry) {
  return el('div', { class: `entry step${entry.wrong ? ' wrong' : ''}` },
    at(entry), el('span', { class: 'what' }, 'Step'),
    el('span', { class: 'where' }, entry.text, entry.meaning ? el('span', {}, `. ${entry.meaning.plain}`) : null));
}

function exchange(entry) {
  const details = el('details', { class: `entry ${entry.type}${entry.wrong ? ' wrong' : ''}` });
  details.append(el('summary', {},
    at(entry), el('span', { class: 'what' }, entry.type === 'rest' ? 'REST' : KINDS[entry.kind] ?? entry.kind),
    el('span', { class: 'where mono' }, `${entry.method} ${short(entry)}`),
    el('span', { class: 'muted small figures' }, `${entry.tookMs} ms`),
    el('span', { class: `status${entry.wrong ? ' bad' : ''}` }, status(entry))));
  details.addEventListener('toggle', () => {
    if (details.open && details.children.length === 1) details.append(inside(entry));
  });
  return details;
}

function at(entry) {
  return el('span', { class: 'at muted small figures' }, clock(entry.at, true));
}

/** A callback by its news, else the URL without what Twilio added to a GET. */
function short(entry) {
  const news = ['StatusCallbackEvent', 'CallStatus', 'RecordingStatus', 'MessageStatus']
    .map((name) => entry.params.find((param) => param.name === name)?.value)
    .find(Boolean);
  const url = entry.url.split('?')[0];
  return entry.type === 'callback' && news ? `${url} (${news})` : url;
}

function status(entry) {
  if (entry.status !== 0) return String(entry.status);
  return entry.meaning ? `no answer, ${entry.meaning.code}` : 'no answer';
}
