// One handset: idle, calling, ringing or talking, and its texts.

import { get, post } from './api.js';
import { el, show } from './dom.js';
import { keypad } from './keypad.js';
import { SoundBar } from './soundbar.js';
import { keyTone } from './tones.js';
import { renderTexts, renderTranscript } from './transcript.js';
import { duration, END_WORDS, phone as written } from './words.js';

const STATES = { idle: 'Ready', calling: 'Calling', ringing: 'Ringing', talking: 'In a call' };
let usedLast = null;

export class Handset {
  #path;
  #phone;
  #part = {};
  #call = null;
  #ahead = 0;
  #tab = 'call';
  #sound = new SoundBar();
  #audible = false;

  /** @param phone as `GET /simulator/phones` lists it */
  constructor(phone, remove) {
    this.#phone = phone;
    this.#path = `/simulator/phones/${encodeURIComponent(phone.number)}`;
    this.element = this.#build(remove);
    this.#loadTexts();
  }

  isIdle() { return this.#call === null; }

  wasUsedLast() { return usedLast === this; }

  focus() { this.#part.to.focus(); }

  dial(number) {
    this.#choose('call');
    this.#part.to.value = number;
    this.#part.place.focus();
    return this;
  }

  /**
   * @param ahead how far the simulator's clock is ahead of this one, in milliseconds
   * @param audible whether the simulator has sound
   */
  update(phone, ahead, audible) {
    this.#phone = phone;
    this.#ahead = ahead;
    this.#audible = audible;
    this.#call = phone.calls.at(-1) ?? null;
    const state = this.#call?.state ?? 'idle';
    const part = this.#part;
    this.element.dataset.state = state;
    part.state.textContent = STATES[state];
    show(part.idle, state === 'idle');
    show(part.ongoing, state !== 'idle');
    show(part.answer, state === 'ringing');
    show(part.decline, state === 'ringing');
    show(part.hangUp, state === 'calling' || state === 'talking');
    show(part.talk, state === 'talking');
    show(part.keys, this.#tab === 'call' && (state === 'idle' || state === 'talking'));
    part.other.textContent = this.#call ? written(this.#call.other) : '';
    const shown = this.#call ?? phone.last;
    renderTranscript(part.transcript, shown?.transcript ?? []);
    show(part.transcript, (shown?.transcript.length ?? 0) > 0);
    this.#sound.update(this.#call, this.#callPath(this.#call?.id), audible);
    this.#showLast(phone.last);
    this.#showWhy(shown);
    this.tick();
    this.#loadTexts();
  }

  /** The phone is gone from the page. */
  close() {
    this.#sound.close();
    this.element.remove();
  }

  /** Ten times a second. */
  meter() { this.#sound.tick(); }

  tick() {
    const call = this.#call;
    if (!call) return;
    this.#part.timer.textContent = call.state === 'talking' && call.answered
      ? duration((Date.now() + this.#ahead - Date.parse(call.answered)) / 1000)
      : STATES[call.state];
  }

  #showLast(last) {
    const text = last ? `${END_WORDS[last.why] ?? 'The call ended'}: ${written(last.other)}${last.seconds ? `, ${duration(last.seconds)}` : ''}` : '';
    this.#part.last.textContent = text;
    show(this.#part.last, text !== '');
  }

  #showWhy(call) {
    show(this.#part.why, Boolean(call?.sid));
    if (call?.sid) this.#part.why.href = `/inspector#${call.sid}`;
  }

  async #loadTexts() {
    const texts = await get(`${this.#path}/thread`).then((answer) => answer.texts, () => null);
    if (!texts) return; // the bar says that the line is lost
    renderTexts(this.#part.texts, texts);
    if (!this.#part.textTo.value) this.#part.textTo.value = texts.at(-1)?.other ?? '';
  }

  async #do(work) {
    usedLast = this;
    show(this.#part.problem, false);
    try {
      await work();
    } catch (refused) {
      this.#part.problem.textContent = refused.message;
      show(this.#part.problem, true);
    }
  }

  #callPath(id) { return `${this.#path}/calls/${id}`; }

  #during(action, body) {
    return this.#do(() => post(`${this.#callPath(this.#call.id)}/${action}`, body));
  }

  #place() {
    return this.#do(async () => {
      const call = await post(`${this.#path}/calls`, { to: named(this.#part.to) });
      this.#connect(call.id);
    });
  }

  #answer() {
    const { id } = this.#call;
    return this.#do(async () => {
      await post(`${this.#callPath(id)}/answer`);
      this.#connect(id);
    });
  }

  /** Nobody waits for it: the call goes on, whatever becomes of microphone and speaker. */
  #connect(id) {
    if (this.#audible) this.#sound.connect(id, this.#callPath(id));
  }

  #press(key) {
    keyTone(key);
    if (this.#call) {
      this.#during('press', { keys: key });
    } else {
      this.#part.to.value += key;
    }
  }

  #choose(tab) {
    this.#tab = tab;
    this.#part.textTo.value ||= this.#part.to.value;
    for (const name of ['call', 'text']) {
      this.#part[`${name}Tab`].setAttribute('aria-pressed', String(name === tab));
      show(this.#part[`${name}Pane`], name === tab);
    }
    const state = this.element.dataset.state;
    show(this.#part.keys, tab === 'call' && state !== 'calling' && state !== 'ringing');
  }

  #build(remove) {
    const { number, name } = this.#phone;
    const part = this.#part;
    part.state = el('span', { class: 'state', role: 'status' }, STATES.idle);
    part.callTab = this.#tabButton('call', 'Call');
    part.textTab = this.#tabButton('text', 'Texts');
    part.problem = el('p', { class: 'problem', role: 'alert', hidden: true });
    part.callPane = this.#callPane();
    part.textPane = this.#textPane();
    return el('article', { class: 'handset', 'data-state': 'idle', 'data-number': number, 'aria-label': `${name}, ${written(number)}` },
      el('header', {},
        el('span', { class: 'jack', 'aria-hidden': 'true' }),
        el('span', { class: 'grow stack' }, el('h2', {}, written(number)), el('span', { class: 'muted small' }, name, ' · ', part.state)),
        el('button', { class: 'button quiet', type: 'button', 'aria-label': `Remove ${name}`, onclick: () => remove(number) }, '✕')),
      el('div', { class: 'segments', role: 'group', 'aria-label': 'Call or text' }, part.callTab, part.textTab),
      part.callPane, part.textPane, part.problem);
  }

  #tabButton(tab, text) {
    return el('button', { type: 'button', 'aria-pressed': String(tab === 'call'), onclick: () => this.#choose(tab) }, text);
  }

  #callPane() {
    const part = this.#part;
    part.to = el('input', { class: 'field', type: 'tel', list: 'known-numbers', autocomplete: 'off', placeholder: 'Number to call', 'aria-label': 'Number to call' });
    part.place = el('button', { class: 'button go', type: 'submit' }, 'Call');
    part.idle = form('inline-form', () => this.#place(), part.to, part.place);
    part.other = el('strong', { class: 'other' });
    part.timer = el('span', { class: 'muted figures' });
    part.answer = this.#button('go', 'Answer', () => this.#answer());
    part.decline = this.#button('stop', 'Decline', () => this.#during('decline'));
    part.hangUp = this.#button('stop', 'Hang up', () => this.#during('hangup'));
    part.ongoing = el('div', { class: 'ongoing', hidden: true },
      el('div', { class: 'cord', 'aria-hidden': 'true' }),
      el('div', { class: 'row' }, el('span', { class: 'grow stack' }, part.other, part.timer), part.answer, part.decline, part.hangUp));
    part.words = el('input', { class: 'field', autocomplete: 'off', placeholder: 'Say a sentence', 'aria-label': 'Say a sentence', title: 'Nobody here understands spoken words: speech input and transcripts take what is typed' });
    part.talk = form('inline-form', () => this.#say(), part.words, el('button', { class: 'button', type: 'submit' }, 'Say'));
    part.talk.hidden = true;
    part.keys = keypad((key) => this.#press(key));
    part.transcript = el('ol', { class: 'plain transcript', 'aria-label': 'What was heard and done', 'aria-live': 'polite', tabindex: '0', hidden: true });
    part.last = el('span', { class: 'muted small', hidden: true });
    part.why = el('a', { class: 'small', href: '/inspector', hidden: true }, 'Inspect');
    return el('div', { class: 'pane' }, part.idle, part.ongoing, this.#sound.element, part.transcript, part.talk, part.keys,
      el('div', { class: 'row foot' }, part.last, el('span', { class: 'spring' }), part.why));
  }

  #textPane() {
    const part = this.#part;
    part.texts = el('ol', { class: 'plain thread', 'aria-label': 'Texts', 'aria-live': 'polite', tabindex: '0' });
    part.textTo = el('input', { class: 'field', type: 'tel', list: 'known-numbers', autocomplete: 'off', placeholder: 'Number to text', 'aria-label': 'Number to text' });
    part.body = el('input', { class: 'field', autocomplete: 'off', placeholder: 'Write a text', 'aria-label': 'Write a text', maxlength: 1600 });
    const pane = el('div', { class: 'pane', hidden: true }, part.texts, part.textTo,
      form('inline-form', () => this.#text(), part.body, el('button', { class: 'button main', type: 'submit' }, 'Send')));
    return pane;
  }

  #button(kind, text, act) {
    return el('button', { class: `button ${kind}`, type: 'button', hidden: true, onclick: act }, text);
  }

  async #say() {
    const words = this.#part.words.value.trim();
    if (!words) return;
    await this.#during('say', { words });
    this.#part.words.value = '';
  }

  #text() {
    const body = this.#part.body.value;
    if (!body.trim()) return;
    this.#do(async () => {
      await post(`${this.#path}/texts`, { to: named(this.#part.textTo), body });
      this.#part.body.value = '';
    });
  }
}

function named(field) {
  const number = field.value.trim();
  if (number) return number;
  field.focus();
  throw new Error('Type a number first, or choose one of ours.');
}

function form(style, submit, ...children) {
  return el('form', {
    class: style,
    onsubmit: (event) => {
      event.preventDefault();
      submit();
    },
  }, ...children);
}
