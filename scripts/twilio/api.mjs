// The HTTP API of one workspace (api/openapi.yaml): JSON in and out, refusals as Refused.
import { Client } from '../self-test/client.mjs';
import { Failure, Refused, Unanswered } from './failures.mjs';

/** Of a proxy before a server that restarts, or of the server without its database. */
const AGAIN = [502, 503, 504];

export class Api {
  #base;
  #client;
  #headers = {};

  /** @param apiKey where there is none, somebody has to sign in */
  constructor(base, apiKey) {
    this.#base = base;
    this.#client = new Client(base, apiKey ? { authorization: `Bearer ${apiKey}` } : {});
  }

  /** Names the workspace in every request from now on. */
  in(workspaceId) {
    this.#headers = { 'patchbay-workspace': workspaceId };
  }

  get = (path) => this.call('GET', path);
  post = (path, body = undefined) => this.call('POST', path, body);
  patch = (path, body) => this.call('PATCH', path, body);
  delete = (path) => this.call('DELETE', path);

  /** Answers the JSON body, or null where there is none. */
  async call(method, path, body) {
    const answer = await this.#send(method, path, body);
    const text = await answer.text().catch(() => this.#silent());
    const json = parsed(text);
    if (answer.ok) return text === '' ? null : (json ?? this.#noPatchbay(answer));
    if (json?.type?.startsWith('urn:patchbay:problem:')) throw refusal(answer.status, json);
    if (AGAIN.includes(answer.status)) this.#silent();
    return this.#noPatchbay(answer);
  }

  /** Every item of a list, page by page. */
  async all(path) {
    const items = [];
    let cursor = '';
    do {
      const page = await this.get(`${path}${path.includes('?') ? '&' : '?'}limit=200${cursor}`);
      items.push(...page.items);
      cursor = page.nextCursor ? `&cursor=${encodeURIComponent(page.nextCursor)}` : null;
    } while (cursor);
    return items;
  }

  #send(method, path, body) {
    return this.#client.send(method, path, body, this.#headers).catch((failed) => this.#silent(failed.cause?.code));
  }

  #silent(reason) {
    throw new Unanswered(`Patchbay does not answer at ${this.#base}${reason ? ` (${reason})` : ''}.`);
  }

  #noPatchbay({ status }) {
    throw new Failure(
      `What answers at ${this.#base} is not Patchbay (status ${status}).`,
      '  PATCHBAY_URL is the address of the desk itself, as in https://desk.example.com.',
    );
  }
}

function refusal(status, problem) {
  if (problem.type.endsWith(':unavailable')) return new Unanswered(...new Refused(problem).lines);
  return new Refused({ ...problem, status });
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
