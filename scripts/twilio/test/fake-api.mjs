// A server with the routes of api/openapi.yaml that ./run twilio uses, and answers that a test chooses.
// It keeps what it was asked, so that a test can see that too.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';

export const WORKSPACE = { id: '01990000-0000-7000-8000-000000000001', name: 'Quillmere' };
export const KEY = 'pbk_0123456789abcdefghijklmnopqrstuvwxyzABCDEFGH';

export class FakeApi {
  requests = [];
  #answers = new Map();
  #server = createServer((request, response) => this.#serve(request, response));

  async start() {
    await new Promise((ready) => this.#server.listen(0, '127.0.0.1', ready));
    this.url = `http://127.0.0.1:${this.#server.address().port}`;
    this.on('GET /api/instance', { name: 'Patchbay' }).on('GET /api/workspace', WORKSPACE);
    this.on('GET /api/twilio/configuration', configuration()).on('GET /api/numbers', { items: [], nextCursor: null });
    return this;
  }

  stop() {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  /** Answers one route: with 200 and these bodies in turn, the last one again and again; or by functions. */
  on(route, ...answers) {
    this.#answers.set(route, answers);
    return this;
  }

  /** The bodies that a route was sent. */
  sent(route) {
    return this.requests.filter((request) => request.route === route).map(({ body }) => body);
  }

  async #serve(request, response) {
    const [path] = request.url.split('?');
    const route = `${request.method} ${path}`;
    let text = '';
    for await (const chunk of request) text += chunk;
    const body = text === '' ? undefined : JSON.parse(text);
    this.requests.push({ route, url: request.url, headers: request.headers, body });
    const answers = this.#answers.get(route) ?? [problem(404, 'not-found', 'Not found', 'There is no such thing.')];
    const chosen = answers.length > 1 ? answers.shift() : answers[0];
    reply(response, typeof chosen === 'function' ? await chosen({ request, body }) : chosen);
  }
}

/** An answer that is none with 200. */
export const status = (code, body, headers = {}) => ({ __status: code, body, headers });

export function problem(code, slug, title, detail, more = {}) {
  const body = { type: `urn:patchbay:problem:${slug}`, title, status: code, detail, requestId: 'r1', ...more };
  return status(code, body, { 'content-type': 'application/problem+json' });
}

function reply(response, answer) {
  const { __status: code = 200, body = answer, headers = { 'content-type': 'application/json' } } = answer ?? {};
  response
    .writeHead(code, headers)
    .end(body === undefined || body === null ? '' : typeof body === 'string' ? body : JSON.stringify(body));
}

/** A data directory as a running server with the demonstration keeps it. */
export class FakeData {
  constructor(directory, url) {
    this.path = mkdtempSync(join(directory, 'data of a test-'));
    mkdirSync(join(this.path, 'run'));
    this.write('server.json', { pid: 1, desk: url, management: url });
  }

  write(name, content) {
    writeFileSync(join(this.path, 'run', name), JSON.stringify(content));
  }

  remove() {
    rmSync(this.path, { recursive: true, force: true });
  }
}

export function configuration(more = {}) {
  return {
    state: 'none',
    environment: null,
    accountSid: null,
    accountName: null,
    trial: false,
    appSid: null,
    apiKeySid: null,
    secondaryToken: false,
    baseUrl: null,
    currentBaseUrl: 'https://desk.example.com',
    configuredAt: null,
    numbers: { total: 0, connected: 0, attention: 0 },
    offers: { twilio: true, simulator: true, practiceAccount: true },
    run: null,
    check: null,
    ...more,
  };
}

export function run(more = {}) {
  return {
    id: '01990000-0000-7000-8000-00000000000a',
    kind: 'configure',
    state: 'running',
    startedBy: 'Hugo Bennett',
    startedAt: '2026-11-21T07:00:00Z',
    endedAt: null,
    baseUrlBefore: null,
    baseUrl: 'https://desk.example.com',
    steps: [],
    leftovers: [],
    ...more,
  };
}

export function step(name, state, more = {}) {
  const counts = { done: 0, failed: 0, asking: 0, total: null };
  return {
    name,
    state,
    startedAt: null,
    endedAt: null,
    outcome: null,
    sid: null,
    current: null,
    ...counts,
    problem: null,
    ...more,
  };
}

export function number(phoneNumber, more = {}) {
  return {
    id: `01990000-0000-7000-8000-0000${phoneNumber.slice(-8)}`,
    sid: `PN${'0'.repeat(24)}${phoneNumber.slice(-8)}`,
    phoneNumber,
    friendlyName: 'Quillmere',
    voice: true,
    sms: true,
    mms: false,
    status: 'active',
    connection: 'connected',
    differences: [],
    heldBy: null,
    problem: null,
    recording: 'inherit',
    noAnswerSeconds: 60,
    onNoAnswer: 'message',
    noAnswerTo: null,
    whisper: false,
    forwardTo: null,
    memberIds: [],
    lastDelivery: { voice: null, sms: null, status: null },
    createdAt: '2026-11-20T07:00:00Z',
    updatedAt: '2026-11-20T07:00:00Z',
    ...more,
  };
}
