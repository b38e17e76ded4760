// What both pages share: the bar with its links, the theme, and the state of the line.

import { openStream } from './api.js';
import { el } from './dom.js';

const THEMES = { system: 'System', light: 'Light', dark: 'Dark' };

export function frame(current) {
  const state = el('span', { class: 'line-state', role: 'status' }, 'Connecting');
  document.getElementById('bar').append(
    el('span', { class: 'brand' }, el('img', { src: '/assets/icon.svg', alt: '', width: 24, height: 24 }), 'Twilio simulator'),
    el('nav', { 'aria-label': 'Pages' }, link('/', 'Phones', current), link('/inspector', 'Inspector', current)),
    el('span', { class: 'spring' }),
    state,
    themeChoice(),
  );
  openStream((up) => {
    state.textContent = up ? 'Live' : 'Line lost';
    state.dataset.up = up;
  });
}

function link(href, text, current) {
  return el('a', { href, 'aria-current': text === current ? 'page' : null }, text);
}

function themeChoice() {
  const chosen = localStorage.getItem('theme') ?? 'system';
  apply(chosen);
  const select = el('select', {
    class: 'field theme',
    'aria-label': 'Colours',
    onchange: () => {
      localStorage.setItem('theme', select.value);
      apply(select.value);
    },
  }, Object.entries(THEMES).map(([value, text]) => el('option', { value, selected: value === chosen }, text)));
  return select;
}

function apply(theme) {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}
