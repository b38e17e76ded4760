import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { FakeApi, configuration, number, problem, run, status, step } from './fake-api.mjs';
import { call, keyboard, piped } from './terminal.mjs';

const SID = `AC${'0123456789abcdef'.repeat(2)}`;
const TOKEN = 'fedcba9876543210fedcba9876543210';
const CONFIGURE = 'POST /api/twilio/configure-from-credentials';
const LOOK = 'GET /api/twilio/configuration';
let api;

beforeEach(async () => (api = await new FakeApi().start()));
afterEach(() => api.stop());

const at = (more) => configuration({ state: 'working', accountSid: SID, run: run(more) });

test('the steps are told as they go, and all is well at the end', async () => {
  const credentials = step('credentials', 'done');
  api.on(CONFIGURE, status(202, run({ steps: [step('credentials', 'running'), step('numbers', 'waiting')] })));
  api.on(
    LOOK,
    at({ steps: [credentials, step('numbers', 'running', { done: 14, total: 24, current: '+14155550114' })] }),
    at({
      state: 'done',
      steps: [
        credentials,
        step('numbers', 'done', { done: 24, total: 24 }),
        step('app', 'done', { outcome: 'made', sid: 'AP1' }),
      ],
    }),
  );

  const { exitCode, out, err } = await call(api, `configure --workspace quillmere --account ${SID} --token-stdin`, {
    input: piped(`${TOKEN}\n`),
  });

  assert.equal(exitCode, 0);
  assert.equal(err, '');
  assert.deepEqual(out.split('\n'), [
    'Setting up, begun by Hugo Bennett',
    '  … Credentials',
    '  ✓ Credentials',
    '  … Numbers: 14 of 24, at +14155550114',
    '  ✓ Numbers: 24 of 24',
    '  ✓ TwiML app: made, AP1',
    'Everything is as it should be.',
    '',
  ]);
  assert.deepEqual(api.sent(CONFIGURE), [{ environment: 'twilio', accountSid: SID, authToken: TOKEN }]);
});

test('on a terminal a step that goes on is one line, drawn anew', async () => {
  const numbers = (done, state = 'running') => [step('numbers', state, { done, total: 2 })];
  api.on(CONFIGURE, status(202, run({ steps: numbers(0) })));
  api.on(LOOK, at({ steps: numbers(1) }), at({ state: 'done', steps: numbers(2, 'done') }));

  const { out } = await call(api, 'configure --workspace Quillmere', { tty: true });

  assert.match(out, /…[^\n]*0 of 2\r\u001b\[K[^\n]*1 of 2\r\u001b\[K[^\n]*✓ Numbers: 2 of 2\n/);
});

test('a token is typed unseen, with its slips mended, and the terminal is as before', async () => {
  api.on(CONFIGURE, status(202, run({ state: 'done' })));
  const input = keyboard('fedcba9876543210', 'x', '\u007f', 'fedcba9876543210', '\r');

  const { exitCode, said } = await call(api, `configure --workspace Quillmere --account ${SID}`, { input });

  assert.equal(exitCode, 0);
  assert.equal(api.sent(CONFIGURE)[0].authToken, TOKEN);
  assert.deepEqual(input.modes, [true, false]);
  assert.match(said, /not shown/);
  assert.ok(!said.includes('fedcba98'));
});

test('Ctrl-C at the token ends it, and the terminal is as before', async () => {
  const input = keyboard('fed', '\u0003');

  const { exitCode, err } = await call(api, `configure --workspace Quillmere --account ${SID}`, { input });

  assert.equal(exitCode, 1);
  assert.match(err, /Nothing was done/);
  assert.deepEqual(input.modes, [true, false]);
  assert.deepEqual(api.sent(CONFIGURE), []);
});

test('a token on the command line is refused before anything is asked, and not repeated', async () => {
  for (const wrong of [
    `--token ${TOKEN}`,
    `--token=${TOKEN}`,
    `--auth-token=${TOKEN}`,
    `--token-stdin=${TOKEN}`,
    TOKEN,
  ]) {
    const { exitCode, said } = await call(api, `configure --workspace Quillmere --account ${SID} ${wrong}`);

    assert.equal(exitCode, 64, wrong);
    assert.ok(!said.includes(TOKEN), wrong);
  }
  assert.deepEqual(api.requests, []);
});

test('a token is blacked out even where the server repeats it', async () => {
  api.on(CONFIGURE, problem(422, 'twilio-credentials', 'Twilio does not accept these credentials', `Not ${TOKEN}.`));

  const { exitCode, said } = await call(api, `configure --workspace Quillmere --account ${SID} --token-stdin`, {
    input: piped(TOKEN),
  });

  assert.equal(exitCode, 1);
  assert.match(said, /Not •••\./);
});

test('a refusal is said with title, detail, Twilio’s code and request, without a stack', async () => {
  api.on(
    CONFIGURE,
    problem(422, 'twilio-credentials', 'Twilio does not accept these credentials', 'Copy both once more.', {
      twilioCode: 20003,
    }),
  );

  const { exitCode, out, err } = await call(api, 'configure --workspace Quillmere');

  assert.equal(exitCode, 1);
  assert.equal(out, '');
  assert.deepEqual(err.split('\n'), [
    'Twilio does not accept these credentials',
    '  Copy both once more.',
    "  Twilio's code 20003: https://www.twilio.com/docs/api/errors/20003",
    "  The server's log has more under request r1.",
    '',
  ]);
});

test('a failed number does not hide the others: which and why is told, and the exit code is 1', async () => {
  const why = {
    type: 'urn:patchbay:problem:twilio-refused',
    title: 'Twilio refused',
    detail: 'Twilio says: no.',
    twilioCode: 21402,
  };
  api.on(
    CONFIGURE,
    status(202, run({ state: 'done', steps: [step('numbers', 'done', { done: 1, failed: 1, asking: 2, total: 4 })] })),
  );
  api.on('GET /api/numbers', {
    items: [
      number('+14155550101', { connection: 'failed', problem: why }),
      number('+14155550102', { connection: 'asks', heldBy: 'TK1' }),
      number('+14155550103', { connection: 'elsewhere' }),
    ],
    nextCursor: null,
  });

  const { exitCode, out } = await call(api, 'configure --workspace Quillmere --simulator');

  assert.equal(exitCode, 1);
  assert.match(out, /✓ Numbers: 1 of 4, 1 failed, 2 belong to something else/);
  assert.match(out, /\+14155550101: Twilio refused\n.*Twilio says: no\.\n.*21402/);
  assert.match(out, /\+14155550102: belongs to TK1.*\n.*--number \+14155550102 --take-over/);
  assert.ok(!out.includes('+14155550103'));
  assert.match(out, /1 number stays with another workspace\./);
  assert.deepEqual(api.sent(CONFIGURE), [{ environment: 'simulator' }]);
});

test('a step that failed says why, and the exit code is 1', async () => {
  const why = {
    type: 'urn:patchbay:problem:twilio-unavailable',
    title: 'Twilio is not reachable',
    detail: 'Try again.',
    twilioCode: null,
  };
  api.on(CONFIGURE, status(202, run({ state: 'failed', steps: [step('key', 'failed', { problem: why })] })));

  const { exitCode, out } = await call(api, 'configure --workspace Quillmere');

  assert.equal(exitCode, 1);
  assert.match(out, /✗ API key\n +Twilio is not reachable\n +Try again\./);
});

test('an address that Twilio does not reach is told, and the exit code is 1', async () => {
  api.on(CONFIGURE, status(202, run({ state: 'done', steps: [step('verify', 'done', { outcome: 'unreachable' })] })));

  const { exitCode, said } = await call(api, 'configure --workspace Quillmere');

  assert.equal(exitCode, 1);
  assert.match(said, /not reachable from outside/);
});

test('a server that is restarted meanwhile is waited for', async () => {
  api.on(CONFIGURE, status(202, run()));
  api.on(
    LOOK,
    status(502, '<html>Bad gateway</html>'),
    problem(503, 'unavailable', 'Not available', 'Soon.'),
    at({ state: 'done' }),
  );

  const { exitCode, err } = await call(api, 'configure --workspace Quillmere');

  assert.equal(exitCode, 0);
  assert.match(err, /does not answer/);
});

test('another run that began meanwhile is not taken for this one', async () => {
  api.on(CONFIGURE, status(202, run()));
  api.on(LOOK, at({ id: '01990000-0000-7000-8000-00000000000b' }));

  const { exitCode, err } = await call(api, 'configure --workspace Quillmere');

  assert.equal(exitCode, 1);
  assert.match(err, /something else was begun/);
});

test('what is no Account SID, or no token, is refused before it is sent', async () => {
  const wrongAccount = await call(api, 'configure --workspace Quillmere --account AC123 --token-stdin', {
    input: piped(TOKEN),
  });
  const noTerminal = await call(api, `configure --workspace Quillmere --account ${SID}`);
  const noToken = await call(api, `configure --workspace Quillmere --account ${SID} --token-stdin`, {
    input: piped('\n'),
  });
  const twoLines = await call(api, `configure --workspace Quillmere --account ${SID} --token-stdin`, {
    input: piped('one\ntwo'),
  });

  assert.deepEqual(
    [wrongAccount, noTerminal, noToken, twoLines].map(({ exitCode }) => exitCode),
    [64, 64, 64, 64],
  );
  assert.match(wrongAccount.err, /AC and 32/);
  assert.match(noTerminal.err, /--token-stdin/);
  assert.deepEqual(api.sent(CONFIGURE), []);
});
