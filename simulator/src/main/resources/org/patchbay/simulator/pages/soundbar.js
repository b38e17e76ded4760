// What a handset shows of its sound: two meters, mute, and in words what is the matter.

import { el, show } from './dom.js';
import { CallSound } from './sound.js';
import { ringtone } from './tones.js';

export class SoundBar {
  #sound = null;
  #call = null; // the call that #sound belongs to, or is being connected to
  #listed = false; // whether that call has been seen in a list: one that was on its way may not have it yet
  #path = '';
  #stopRinging = null;
  #part = {};

  constructor() {
    const part = this.#part;
    part.spoken = meter('Your microphone');
    part.heard = meter('What you hear');
    part.mute = el('button', { class: 'button small', type: 'button', 'aria-pressed': 'false', onclick: () => this.#toggle() }, 'Mute');
    part.connect = el('button', { class: 'button small', type: 'button', onclick: () => this.connect(this.#call, this.#path) }, 'Connect sound');
    part.words = el('span', { class: 'muted small', role: 'status' });
    part.meters = el('span', { class: 'meters' }, part.spoken, part.heard);
    this.element = el('div', { class: 'row sound', hidden: true }, part.meters, part.words, el('span', { class: 'spring' }), part.mute, part.connect);
  }

  /** @param call as the simulator lists it, or null; @param enabled whether the simulator has sound */
  update(call, path, enabled) {
    this.#ring(call?.state === 'ringing');
    if (call && call.id === this.#call) this.#listed = true;
    else if (this.#call !== null && (call || this.#listed)) this.#end();
    this.#path = path;
    const talking = enabled && (call?.state === 'talking' || call?.state === 'calling');
    if (talking && this.#call === null) this.#offer(call.id);
    show(this.element, talking);
    this.#words();
  }

  /** Another page, or an earlier visit, began this call: its sound waits for a click. */
  #offer(id) {
    this.#call = id;
  }

  async connect(id, path) {
    this.#end();
    this.#call = id;
    this.#path = path;
    this.#part.words.textContent = 'Connecting sound…';
    try {
      const sound = await CallSound.connect(path, () => this.#words());
      if (this.#call !== id) {
        sound.close(); // hung up meanwhile
        return;
      }
      this.#sound = sound;
      this.#words();
    } catch (refused) {
      this.#part.words.textContent = refused.message;
    }
  }

  tick() {
    const { spoken, heard } = this.#sound?.levels ?? { spoken: 0, heard: 0 };
    this.#part.spoken.value = this.#sound?.muted ? 0 : spoken;
    this.#part.heard.value = heard;
  }

  close() {
    this.#ring(false);
    this.#end();
  }

  #toggle() {
    this.#sound.muted = !this.#sound.muted;
    this.#part.mute.setAttribute('aria-pressed', String(this.#sound.muted));
    this.#words();
  }

  #words() {
    const sound = this.#sound;
    show(this.#part.mute, Boolean(sound?.hasMicrophone));
    show(this.#part.connect, !sound || sound.lost);
    show(this.#part.meters, Boolean(sound));
    if (!sound) this.#part.words.textContent = 'No sound on this page';
    else if (sound.lost) this.#part.words.textContent = 'The sound was lost';
    else if (!sound.connected) this.#part.words.textContent = 'Connecting sound…';
    else if (!sound.hasMicrophone) this.#part.words.textContent = 'Listening only: no microphone';
    else this.#part.words.textContent = sound.muted ? 'Muted' : 'Microphone on';
  }

  #ring(ringing) {
    if (ringing && !this.#stopRinging) this.#stopRinging = ringtone();
    if (!ringing && this.#stopRinging) {
      this.#stopRinging();
      this.#stopRinging = null;
    }
  }

  #end() {
    this.#sound?.close();
    this.#sound = null;
    this.#call = null;
    this.#listed = false;
    this.#part.mute.setAttribute('aria-pressed', 'false');
  }
}

function meter(label) {
  return el('meter', { min: 0, max: 1, value: 0, 'aria-label': label, title: label });
}
