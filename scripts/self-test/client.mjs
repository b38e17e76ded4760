// A browser's manners without a browser: keeps cookies, sends the CSRF token back.
import { equal } from './steps.mjs';

export class Client {
  #base;
  #cookies = new Map();

  constructor(base) {
    this.#base = base;
  }

  get cookies() {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  get(path, expected = 200) {
    return this.call('GET', path, undefined, expected);
  }

  post(path, body, expected = 200) {
    return this.call('POST', path, body, expected);
  }

  /** Calls and checks the status; answers the JSON body, or null where there is none. */
  async call(method, path, body, expected = 200) {
    if (method !== 'GET' && !this.#cookies.has('XSRF-TOKEN')) await this.#send('GET', '/api/instance');
    const answer = await this.#send(method, path, body);
    const text = await answer.text();
    equal(answer.status, expected, `${method} ${path} answered ${text.slice(0, 300)}; status`);
    return text === '' ? null : JSON.parse(text);
  }

  async #send(method, path, body) {
    const answer = await fetch(this.#base + path, {
      method,
      headers: {
        cookie: this.cookies,
        'x-xsrf-token': this.#cookies.get('XSRF-TOKEN') ?? '',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line);
      this.#cookies.set(name, value);
    }
    return answer;
  }
}
