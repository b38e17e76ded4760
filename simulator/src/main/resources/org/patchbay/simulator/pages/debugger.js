// What went wrong, with Twilio's codes, as its debugger shows it.

import { el } from './dom.js';
import { clock, shortSid } from './words.js';

export function alertList(alerts) {
  if (alerts.length === 0) {
    return el('div', { class: 'empty' }, el('p', {}, el('strong', {}, 'Nothing went wrong.')),
      el('p', {}, 'Failed webhooks, bad TwiML and refused values will be listed here with Twilio’s code and what it means.'));
  }
  return el('ul', { class: 'plain alerts' }, alerts.map(row));
}

function row(alert) {
  return el('li', { class: `alert ${alert.level}` },
    el('div', { class: 'row' },
      el('span', { class: 'code' }, String(alert.code)),
      el('strong', { class: 'grow' }, alert.title || 'Unknown code'),
      el('span', { class: 'muted small figures' }, clock(alert.at))),
    el('p', {}, alert.text),
    alert.plain ? el('p', { class: 'muted' }, alert.plain) : null,
    el('p', { class: 'row small' },
      alert.subject ? el('a', { href: `#${alert.subject}` }, shortSid(alert.subject)) : null,
      alert.url ? el('span', { class: 'mono clip muted', title: alert.url }, alert.url) : null,
      el('a', { href: `https://www.twilio.com/docs/api/errors/${alert.code}`, rel: 'noreferrer' }, `Twilio on ${alert.code}`)));
}
