// ./run twilio itself, as a process: what others on the machine see of it.
import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, test } from 'node:test';
import { FakeApi, FakeData, KEY, run, status } from './fake-api.mjs';

const RUN = fileURLToPath(new URL('../../../run', import.meta.url));
const TOKEN = 'fedcba9876543210fedcba9876543210';
let api;
let data;

beforeEach(async () => {
  api = await new FakeApi().start();
  data = new FakeData(tmpdir(), api.url);
});
afterEach(() => {
  api.stop();
  data.remove();
});

function start(...options) {
  const { PATCHBAY_URL, ...others } = process.env;
  return spawn(RUN, ['twilio', ...options], {
    env: { ...others, PATCHBAY_API_KEY: KEY, PATCHBAY_DATA_DIR: data.path },
  });
}

function ended(child) {
  const said = { out: '', err: '' };
  child.stdout.on('data', (text) => (said.out += text));
  child.stderr.on('data', (text) => (said.err += text));
  return new Promise((done) => child.on('close', (exitCode) => done({ exitCode, ...said })));
}

const commandLine = (pid) => new Promise((told) => execFile('ps', ['-p', pid, '-o', 'args='], (_, args) => told(args)));

test('the running server is found in its data directory; exit codes reach the shell', async () => {
  api.on(
    'POST /api/twilio/verify',
    { state: 'ok', differences: [], problem: null },
    { state: 'drift', differences: [], problem: null },
  );

  const well = await ended(start('verify', '--workspace', 'Quillmere'));
  const drift = await ended(start('verify', '--workspace', 'Quillmere'));
  const wrong = await ended(start('verify'));

  assert.deepEqual([well.exitCode, drift.exitCode, wrong.exitCode], [0, 1, 64]);
  assert.match(well.out, /as it should be/);
});

test('while it works, the token is in no command line, and afterwards in no output', async () => {
  let seen;
  api.on('POST /api/twilio/configure-from-credentials', async () => {
    seen = await commandLine(child.pid);
    return status(202, run({ state: 'done' }));
  });
  const child = start('configure', '--workspace', 'Quillmere', '--account', `AC${'0'.repeat(32)}`, '--token-stdin');
  child.stdin.end(`${TOKEN}\n`);

  const { exitCode, out, err } = await ended(child);

  assert.equal(exitCode, 0);
  assert.equal(api.sent('POST /api/twilio/configure-from-credentials')[0].authToken, TOKEN);
  assert.match(seen, /configure --workspace Quillmere/);
  for (const text of [seen, out, err]) assert.ok(!text.includes(TOKEN) && !text.includes(KEY));
});

test('an interrupted look says that the work goes on', async () => {
  api.on('POST /api/twilio/repair', status(202, run({ kind: 'repair' })));
  api.on('GET /api/twilio/configuration', () => {
    child.kill('SIGINT');
    return new Promise(() => {});
  });
  const child = start('repair', '--workspace', 'Quillmere');

  const { exitCode, err } = await ended(child);

  assert.equal(exitCode, 130);
  assert.match(err, /goes on at the server/);
});
