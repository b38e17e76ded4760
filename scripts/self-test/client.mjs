// A browser's manners without a browser: keeps cookies, sends the CSRF token back. With the headers of a
// program (an API key) it needs neither.
import { equal } from './steps.mjs';

export class Client {
  #base;
  #headers;
  #cookies = new Map();

  constructor(base, headers = {}) {
    this.#base = base;
    this.#headers = headers;
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
    const answer = await this.send(method, path, body);
    const text = await answer.text();
    equal(answer.status, expected, `${method} ${path} answered ${text.slice(0, 300)}; status`);
    return text === '' ? null : JSON.parse(text);
  }

  /** Calls, whatever the answer is; `more` are further headers. */
  async send(method, path, body, more = {}) {
    if (method !== 'GET' && !this.#headers.authorization && !this.#cookies.has('XSRF-TOKEN'))
      await this.send('GET', '/api/instance');
    const answer = await fetch(this.#base + path, {
      method,
      redirect: 'manual',
      headers: {
        ...this.#headers,
        ...more,
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
