// How long it takes from ./run to a sign-in page that can be used: the page with its script, and the API
// behind it. Everything is built, and the database is kept from start to start; the first start, which makes
// it, is not counted. Arguments: the project's directory; `--starts N`, 5.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const [root, option, value] = process.argv.slice(2);
const starts = option === '--starts' ? Number(value) : 5;
const TARGET_SECONDS = 5;
const BETWEEN_LOOKS_MS = 20;
const PATIENCE_MS = 180_000;

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return String(port);
}

const data = mkdtempSync(join(tmpdir(), 'patchbay-start-'));
const settings = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('PATCHBAY_'))),
  PATCHBAY_DATA_DIR: data,
  PATCHBAY_DESK_PORT: await freePort(),
  PATCHBAY_MANAGEMENT_PORT: await freePort(),
  PATCHBAY_SIMULATOR_PORT: await freePort(),
  PATCHBAY_SIMULATOR_MEDIA_PORT: '0',
};
const desk = `http://localhost:${settings.PATCHBAY_DESK_PORT}`;

/** Whether somebody could sign in now. */
async function usable() {
  try {
    const page = await fetch(`${desk}/sign-in`);
    const script = /<script[^>]+src="([^"]+)"/.exec(await page.text())?.[1];
    const answers = await Promise.all([fetch(new URL(script, desk)), fetch(`${desk}/api/instance`)]);
    return page.ok && answers.every(({ ok }) => ok);
  } catch {
    return false; // nobody listens yet
  }
}

/** Starts, waits, stops; answers the seconds to a usable page. */
async function start() {
  const began = performance.now();
  const run = spawn(join(root, 'run'), { env: settings, stdio: ['ignore', 'ignore', 'inherit'] });
  const ended = once(run, 'exit');
  while (!(await usable())) {
    if (run.exitCode !== null || performance.now() - began > PATIENCE_MS) throw new Error('it did not start');
    await pause(BETWEEN_LOOKS_MS);
  }
  const seconds = (performance.now() - began) / 1000;
  run.kill('SIGTERM');
  await ended;
  return seconds;
}

console.log(`first start, with a new database: ${(await start()).toFixed(2)} s (not counted)`);
const seconds = [];
for (let i = 1; i <= starts; i++) {
  seconds.push(await start());
  console.log(`start ${i}: ${seconds.at(-1).toFixed(2)} s`);
}
const log = readFileSync(join(data, 'logs', 'server.log'), 'utf8');
rmSync(data, { recursive: true });

const rounded = (number) => Number(number.toFixed(2));
const median = [...seconds].sort((a, b) => a - b)[Math.floor(seconds.length / 2)];
console.log(
  JSON.stringify({
    scenario: 'start',
    starts,
    medianSeconds: rounded(median),
    seconds: seconds.map(rounded),
    ofWhichSpring: Number(/Started PatchbayApplication in ([0-9.]+) seconds/.exec(log)?.[1]),
    targetSeconds: TARGET_SECONDS,
    met: median < TARGET_SECONDS,
  }),
);
