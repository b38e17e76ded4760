// How long it takes from Save to working numbers, against the simulator with a slow line before it: every
// answer of the REST API comes LATENCY later. Also how much is asked at once, and that progress is shown.
// Arguments: the project's directory; `--numbers N`, 100; `--latency MS`, 100.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { createServer as createSocket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from '../../scripts/self-test/client.mjs';

const [root, ...options] = process.argv.slice(2);
const option = (name, otherwise) => {
  const at = options.indexOf(name);
  return at < 0 ? otherwise : Number(options[at + 1]);
};
const numbers = option('--numbers', 100);
const latencyMs = option('--latency', 100);
const TARGET_SECONDS = 15;
const PATIENCE_MS = 600_000;

const freePort = async () => {
  const server = createSocket().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
};

/** A slow line to the simulator; counts what is under way at once, and what was refused for being too much. */
function slowLine(simulatorPort) {
  const seen = { requests: 0, atOnce: 0, mostAtOnce: 0, refused: 0 };
  const server = createServer((asked, answered) => {
    seen.requests++;
    seen.mostAtOnce = Math.max(seen.mostAtOnce, ++seen.atOnce);
    const passed = request(
      { port: simulatorPort, path: asked.url, method: asked.method, headers: asked.headers },
      async (answer) => {
        if (answer.statusCode === 429) seen.refused++;
        await pause(latencyMs);
        seen.atOnce--;
        answered.writeHead(answer.statusCode, answer.headers);
        answer.pipe(answered);
      },
    );
    asked.pipe(passed);
  });
  return { server, seen };
}

const java = join(process.env.JAVA_HOME, 'bin', 'java');
const data = mkdtempSync(join(tmpdir(), 'patchbay-configure-'));
const accountSid = `AC${randomBytes(16).toString('hex')}`;
const authToken = randomBytes(16).toString('hex');
const [deskPort, managementPort, simulatorPort] = [await freePort(), await freePort(), await freePort()];
const seeds = Array.from({ length: numbers }, (_, i) => ['--number', `${accountSid}:+1415${String(5_550_000 + i)}`]);
const processes = [];
const start = (jar, options_, environment) => {
  const started = spawn(java, ['--enable-native-access=ALL-UNNAMED', '-jar', join(root, jar), ...options_], {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...environment },
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  processes.push(started);
  return started;
};

start(
  'simulator/target/patchbay-simulator.jar',
  ['--port', String(simulatorPort), '--no-media', '--account', `${accountSid}:${authToken}`, ...seeds.flat()],
  {},
);
const { server: line, seen } = slowLine(simulatorPort);
line.listen(0, '127.0.0.1');
await once(line, 'listening');
start('server/target/patchbay-server-app.jar', ['--exit-with-stdin'], {
  PATCHBAY_DATA_DIR: data,
  PATCHBAY_DESK_DIR: join(root, 'web', 'dist'),
  PATCHBAY_DESK_PORT: String(deskPort),
  PATCHBAY_MANAGEMENT_PORT: String(managementPort),
  PATCHBAY_SIMULATOR_URL: `http://127.0.0.1:${line.address().port}`,
});
while (!existsSync(join(data, 'run', 'server.json'))) await pause(100);

const owner = new Client(`http://localhost:${deskPort}`);
await owner.post(
  '/api/sign-up',
  { name: 'Ada', email: 'ada@example.com', password: randomBytes(12).toString('hex'), workspaceName: 'Measured' },
  201,
);
const began = performance.now();
await owner.post('/api/twilio/configure-from-credentials', { environment: 'simulator', accountSid, authToken }, 202);
const shown = new Set();
let configuration;
do {
  await pause(100);
  configuration = await owner.get('/api/twilio/configuration');
  shown.add(configuration.run.steps[4].done);
} while (configuration.run.state === 'running' && performance.now() - began < PATIENCE_MS);
const seconds = (performance.now() - began) / 1000;
const { steps } = configuration.run;
const took = (step) => Number(((Date.parse(step.endedAt) - Date.parse(step.startedAt)) / 1000).toFixed(1));

for (const process_ of processes) process_.kill('SIGTERM');
await Promise.all(processes.map((process_) => once(process_, 'exit')));
line.close();
rmSync(data, { recursive: true, force: true });

console.log(
  JSON.stringify({
    scenario: 'configure',
    numbers,
    latencyMs,
    state: configuration.state,
    connected: configuration.numbers.connected,
    seconds: Number(seconds.toFixed(1)),
    ofWhich: Object.fromEntries(steps.map((step) => [step.name, took(step)])),
    requests: seen.requests,
    mostAtOnce: seen.mostAtOnce,
    refusedForTooMuch: seen.refused,
    differentProgressShown: shown.size,
    ...(numbers <= 100 ? { targetSeconds: TARGET_SECONDS, met: seconds < TARGET_SECONDS } : {}),
  }),
);
process.exit(0);
