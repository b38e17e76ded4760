// Drives Chromium over its DevTools protocol; no more of it than dev/look.mjs needs.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import WebSocket from 'ws';

const FLAGS = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--hide-scrollbars',
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
  '--remote-debugging-port=0',
];

/** Waits until the page is drawn and what it reads first has arrived. */
const DRAWN = `(async () => {
  const wait = () => new Promise((done) => setTimeout(done, 100));
  const drawn = () => document.querySelector('main') && !document.querySelector('[aria-busy]');
  for (let i = 0; i < 100 && !drawn(); i++) await wait();
  for (let i = 0; i < 5; i++) await wait();
})()`;

/** Starts Chromium with a profile of its own; `close()` ends it. */
export async function launch() {
  const profile = mkdtempSync(join(tmpdir(), 'patchbay-look-'));
  const child = spawn(
    process.env.CHROMIUM ?? 'chromium',
    [...FLAGS, `--user-data-dir=${profile}`],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  const address = await new Promise((resolve, reject) => {
    let text = '';
    child.stderr.on('data', (chunk) => {
      text += chunk;
      const found = /DevTools listening on (ws:\S+)/.exec(text);
      if (found) resolve(found[1]);
    });
    child.on('exit', () => reject(new Error(`Chromium ended: ${text}`)));
  });
  const connection = await connect(address);
  return {
    async page() {
      const { targetId } = await connection.send('Target.createTarget', { url: 'about:blank' });
      const { sessionId } = await connection.send('Target.attachToTarget', {
        targetId,
        flatten: true,
      });
      return new Page(connection, sessionId, targetId);
    },
    async close() {
      const ended = new Promise((resolve) => child.on('exit', resolve));
      connection.send('Browser.close'); // gently, so that its children end before their directory
      await ended;
      rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
    },
  };
}

async function connect(address) {
  const socket = new WebSocket(address);
  await new Promise((resolve, reject) => socket.on('open', resolve).on('error', reject));
  const waiting = new Map();
  const listeners = [];
  let next = 1;
  socket.on('message', (text) => {
    const message = JSON.parse(text);
    if (!message.id) {
      for (const listener of listeners) listener(message);
      return;
    }
    const { resolve, reject } = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.error) reject(new Error(message.error.message));
    else resolve(message.result);
  });
  return {
    on: (listener) => listeners.push(listener),
    send: (method, params = {}, sessionId = undefined) =>
      new Promise((resolve, reject) => {
        const id = next++;
        waiting.set(id, { resolve, reject });
        socket.send(JSON.stringify({ id, method, params, sessionId }));
      }),
  };
}

class Page {
  /** What the console and the content security policy complained about. */
  complaints = [];

  constructor(connection, sessionId, targetId) {
    this.close = () => connection.send('Target.closeTarget', { targetId });
    this.call = (method, params) => connection.send(method, params, sessionId);
    connection.on((message) => {
      if (message.sessionId === sessionId) this.#hear(message);
    });
  }

  #hear({ method, params }) {
    if (method === 'Runtime.exceptionThrown') {
      this.complaints.push(
        params.exceptionDetails.exception?.description ?? params.exceptionDetails.text,
      );
    }
    if (method === 'Runtime.consoleAPICalled' && ['error', 'warning'].includes(params.type)) {
      this.complaints.push(params.args.map((arg) => arg.value ?? arg.description).join(' '));
    }
    if (method === 'Log.entryAdded' && params.entry.level === 'error') {
      this.complaints.push(`${params.entry.text} ${params.entry.url ?? ''}`);
    }
  }

  async open(url, { width, height, theme }) {
    await this.call('Runtime.enable');
    await this.call('Log.enable');
    await this.call('Page.enable');
    await this.call('Emulation.setDeviceMetricsOverride', {
      width,
      height,
      deviceScaleFactor: 1,
      mobile: width < 640,
    });
    await this.call('Emulation.setEmulatedMedia', {
      features: [{ name: 'prefers-color-scheme', value: theme }],
    });
    await this.call('Page.navigate', { url });
    await this.evaluate(DRAWN);
  }

  async evaluate(expression) {
    const { result, exceptionDetails } = await this.call('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description);
    return result.value;
  }

  /** @param size of the square at the upper left corner; else all that is in sight */
  async screenshot(size = undefined) {
    const clip = size && { x: 0, y: 0, width: size, height: size, scale: 1 };
    const { data } = await this.call('Page.captureScreenshot', { format: 'png', clip });
    return Buffer.from(data, 'base64');
  }

  /** All that is in sight, small enough to be kept. */
  async picture() {
    const { data } = await this.call('Page.captureScreenshot', { format: 'webp', quality: 82 });
    return Buffer.from(data, 'base64');
  }
}
