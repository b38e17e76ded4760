// Drives the simulator's phones: simulator/README.md, "Drive it over HTTP".
import { setTimeout as pause } from 'node:timers/promises';
import { truth } from './steps.mjs';

const PATIENCE_MS = 30_000;

/** A telephone; use `Handset.at`. */
export class Handset {
  #phones;

  constructor(phones, number) {
    this.#phones = phones;
    this.number = number;
  }

  /** @param phonesUrl where the simulator's page of phones is */
  static async at(phonesUrl, number, name) {
    const phones = new URL('/simulator/phones', phonesUrl).href;
    await control('POST', phones, { number, name });
    return new Handset(phones, number);
  }

  texts(to, body) {
    return control('POST', this.#path('texts'), { to, body });
  }

  calls(to) {
    return control('POST', this.#path('calls'), { to });
  }

  /** Waits until it rings, and answers. */
  async answers() {
    const { id } = await until(`${this.number} to ring`, async () =>
      (await this.#mine()).calls.find(({ state, placed }) => !placed && state === 'ringing'),
    );
    await control('POST', this.#path(`calls/${id}/answer`), {});
  }

  /** Hangs up whatever call it has. */
  async hangsUp() {
    const { id } = await until(`${this.number} to have a call`, async () => (await this.#mine()).calls[0]);
    await control('POST', this.#path(`calls/${id}/hangup`), {});
  }

  /** Waits until it has no call. */
  isQuiet() {
    return until(`${this.number} to be quiet`, async () => (await this.#mine()).calls.length === 0);
  }

  async #mine() {
    const { phones } = await control('GET', this.#phones);
    return phones.find(({ number }) => number === this.number) ?? { calls: [] };
  }

  #path(rest) {
    return `${this.#phones}/${encodeURIComponent(this.number)}/${rest}`;
  }
}

async function control(method, url, body) {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(url, { method, headers, body: body && JSON.stringify(body) });
  const text = await answer.text();
  truth(answer.ok, `${method} ${url} answered ${answer.status} ${text}`);
  return text === '' ? null : JSON.parse(text);
}

/** Asks again and again until there is an answer. */
export async function until(what, look) {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > end) throw new Error(`waited ${PATIENCE_MS / 1000} s for ${what}`);
    await pause(100);
  }
}
