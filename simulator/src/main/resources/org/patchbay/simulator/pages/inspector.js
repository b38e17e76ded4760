// The inspector: which calls and messages there were, and what happened in one of them.

import { follow, get } from './api.js';
import { alertList } from './debugger.js';
import { copyButton, el, renderWhenChanged } from './dom.js';
import { matches, row, TYPES } from './entries.js';
import { frame } from './frame.js';
import { clock, phone, shortSid, STATUS_WORDS } from './words.js';

frame('Inspector');

const KINDS = { all: 'All', call: 'Calls', message: 'Messages', conference: 'Conferences', account: 'Account', debugger: 'Debugger' };
const at = (id) => document.getElementById(id);
const view = { kind: 'all', sid: location.hash.slice(1), types: new Set(Object.keys(TYPES)), text: '', subjects: [] };

at('kinds').append(...Object.entries(KINDS).map(([kind, text]) => el('button', {
  type: 'button', 'aria-pressed': String(kind === 'all'), 'data-kind': kind, onclick: () => chooseKind(kind),
}, text)));

function chooseKind(kind) {
  view.kind = kind;
  at('kinds').querySelectorAll('button').forEach((button) => button.setAttribute('aria-pressed', String(button.dataset.kind === kind)));
  renderSubjects();
  loadDetail();
}

async function loadSubjects() {
  const { exchanges } = await get('/simulator/exchanges');
  const newest = exchanges.find((subject) => subject.kind !== 'account')?.sid;
  const isNew = newest && !view.subjects.some((subject) => subject.sid === newest);
  view.subjects = exchanges;
  if (isNew && at('follow').checked) location.hash = newest;
  renderSubjects();
}

function renderSubjects() {
  const filter = at('filter').value.trim().toLowerCase();
  const digits = filter.replace(/[^\d+]/g, '');
  const shown = view.subjects.filter((subject) => (view.kind === 'all' || view.kind === 'debugger' || subject.kind === view.kind)
    && (!filter || `${title(subject)} ${subject.sid} ${subject.status}`.toLowerCase().includes(filter)
      || (digits.length > 2 && `${subject.from} ${subject.to}`.includes(digits))));
  renderWhenChanged(at('subjects'), [shown, view.sid], () => (shown.length ? shown.map(subjectRow)
    : el('p', { class: 'muted subject' }, view.subjects.length ? 'Nothing matches.' : 'Nothing has happened yet. Call a number from the phones page.')));
}

function subjectRow(subject) {
  return el('button', { class: 'subject', type: 'button', 'aria-current': String(subject.sid === view.sid), onclick: () => open(subject.sid) },
    el('span', { class: `jack ${subject.status}`, 'aria-hidden': 'true' }),
    el('span', { class: 'grow stack' }, el('span', {}, title(subject)),
      el('span', { class: 'muted small' }, `${words(subject)} · ${shortSid(subject.sid)} `,
        subject.wrong ? el('span', { class: 'count' }, `${subject.wrong} wrong`) : null)),
    el('span', { class: 'muted small figures' }, clock(subject.began)));
}

function title(subject) {
  if (subject.kind === 'account') return 'Account: other requests';
  if (subject.kind === 'conference') return subject.name || 'Conference';
  return `${phone(subject.from)} → ${phone(subject.to)}`;
}

function words(subject) {
  const kind = { call: 'Call', message: 'Message', conference: 'Conference', account: `${subject.entries} requests` }[subject.kind];
  return subject.status ? `${kind}, ${(STATUS_WORDS[subject.status] ?? subject.status).toLowerCase()}` : kind;
}

function open(sid) {
  if (view.kind === 'debugger') chooseKind('all');
  if (location.hash.slice(1) === sid) loadDetail();
  else location.hash = sid;
}

async function loadDetail() {
  if (view.kind === 'debugger') {
    const { alerts } = await get('/simulator/alerts');
    renderWhenChanged(at('detail'), alerts, () => [el('div', { class: 'detail-head' }, el('h2', {}, 'Debugger')), alertList(alerts)]);
  } else if (!view.sid) {
    renderWhenChanged(at('detail'), 'nothing chosen', () => el('div', { class: 'empty' },
      el('p', {}, el('strong', {}, 'Choose a call or a message.')),
      el('p', {}, 'Every REST request, TwiML document and callback about it is shown here in order, with its parameters, signature and response.')));
  } else {
    await loadExchange();
  }
}

async function loadExchange() {
  let exchange;
  try {
    exchange = await get(`/simulator/exchanges/${encodeURIComponent(view.sid)}`);
  } catch (problem) {
    renderWhenChanged(at('detail'), problem.message, () => el('p', { class: 'problem' }, problem.message));
    return;
  }
  if (at('exchange')?.dataset.sid !== view.sid) {
    at('detail').dataset.state = '';
    at('detail').replaceChildren(skeleton());
  }
  renderWhenChanged(at('exchange-head'), [exchange.status, exchange.related], () => head(exchange));
  renderEntries(exchange);
}

function skeleton() {
  const search = el('input', {
    class: 'field', type: 'search', placeholder: 'Find in this exchange', 'aria-label': 'Find in this exchange', value: view.text,
    oninput: () => {
      view.text = search.value;
      loadDetail();
    },
  });
  const types = Object.entries(TYPES).map(([type, text]) => {
    const box = el('input', { type: 'checkbox', checked: view.types.has(type), onchange: () => {
      view.types[box.checked ? 'add' : 'delete'](type);
      loadDetail();
    } });
    return el('label', { class: 'check' }, box, text);
  });
  return el('div', { id: 'exchange', 'data-sid': view.sid },
    el('div', { class: 'detail-head', id: 'exchange-head' }),
    el('div', { class: 'detail-tools' }, search, ...types),
    el('div', { class: 'entries', id: 'entries' }));
}

function head(exchange) {
  return [el('div', {},
    el('h2', {}, title(exchange)),
    el('p', {}, words(exchange), ' · ', el('span', { class: 'sid' }, exchange.sid)),
    exchange.related.length ? el('p', { class: 'related' }, exchange.related.map((call) => el('a', { href: `#${call.sid}` },
      `${call.how} ${phone(call.how === 'dialled' ? call.to : call.from)}, ${call.status}`))) : null),
  el('div', { class: 'row' },
    copyButton('Copy SID', () => exchange.sid),
    copyButton('Copy all as JSON', () => JSON.stringify(exchange, null, 2)))];
}

/** Leaves alone the rows that stay, so that what was opened and where the focus is stays too. */
function renderEntries(exchange) {
  const list = at('entries');
  const shown = exchange.list.filter((entry) => matches(entry, view.types, view.text));
  const keys = shown.map((entry) => JSON.stringify(entry));
  let same = 0;
  while (same < keys.length && list.children[same]?.dataset.key === keys[same]) same += 1;
  while (list.children.length > same) list.lastElementChild.remove();
  shown.slice(same).forEach((entry, index) => {
    const made = row(entry);
    made.dataset.key = keys[same + index];
    list.append(made);
  });
  if (shown.length === 0) list.append(el('p', { class: 'muted' }, 'Nothing matches.'));
  if (at('follow').checked) list.lastElementChild?.scrollIntoView({ block: 'nearest' });
}

window.addEventListener('hashchange', () => {
  view.sid = location.hash.slice(1);
  if (view.kind === 'debugger') chooseKind('all');
  renderSubjects();
  loadDetail();
});
at('filter').addEventListener('input', renderSubjects);
const subjects = follow(['exchanges'], loadSubjects);
const detail = follow(['exchanges', 'alerts'], loadDetail);
subjects();
detail();
