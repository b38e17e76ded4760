import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { FakeApi, configuration, number, problem, run, status, step } from './fake-api.mjs';
import { call, typist } from './terminal.mjs';

const REPAIR = 'POST /api/twilio/repair';
const CLEAR = 'POST /api/twilio/clear-configuration';
let api;
beforeEach(async () => (api = await new FakeApi().start()));
afterEach(() => api.stop());

test('a repair of everything names no number', async () => {
  api.on(
    REPAIR,
    status(202, run({ kind: 'repair', state: 'done', steps: [step('numbers', 'done', { done: 2, total: 2 })] })),
  );

  const { exitCode, out } = await call(api, 'repair --workspace Quillmere');

  assert.equal(exitCode, 0);
  assert.match(out, /^Repairing.*\n.*2 of 2\n/);
  assert.deepEqual(api.sent(REPAIR), [{}]);
});

test('chosen numbers are found as people write them, and taken over only when that is said', async () => {
  api.on('GET /api/numbers', {
    items: [number('+14155550101'), number('+14155550102'), number('+14155550103')],
    nextCursor: null,
  });
  api.on(REPAIR, status(202, run({ kind: 'repair', state: 'done' })));

  await call(api, 'repair --workspace Quillmere --number "+1 (415) 555-0103" --number +14155550101');
  await call(api, 'repair --workspace Quillmere --number +14155550101 --take-over');

  const [third, first] = [number('+14155550103').id, number('+14155550101').id];
  assert.deepEqual(api.sent(REPAIR), [{ numberIds: [third, first] }, { numberIds: [first], takeOver: true }]);
});

test('a number that is not there is told, and nothing is repaired', async () => {
  const { exitCode, err } = await call(api, 'repair --workspace Quillmere --number +14155550101');

  assert.equal(exitCode, 64);
  assert.match(err, /\+14155550101 is no number of this workspace/);
  assert.deepEqual(api.sent(REPAIR), []);
});

test('something else that is being done is told', async () => {
  api.on(REPAIR, problem(409, 'twilio-busy', 'Something is being done', 'Wait for it.'));

  const { exitCode, err } = await call(api, 'repair --workspace Quillmere');

  assert.equal(exitCode, 1);
  assert.match(err, /Something is being done\n {2}Wait for it\./);
});

test('clearing says what goes, and what was taken away', async () => {
  const account = { state: 'ready', accountSid: 'AC1', numbers: { total: 3, connected: 3, attention: 0 } };
  const steps = [
    step('give-back', 'done', { done: 3, total: 3 }),
    step('remove-app', 'done', { outcome: 'removed', sid: 'AP1' }),
  ];
  const begun = run({ kind: 'clear' });
  api.on(CLEAR, status(202, begun));
  api.on(
    'GET /api/twilio/configuration',
    configuration(account),
    configuration({ run: { ...begun, state: 'done', steps } }),
  );

  const { exitCode, out } = await call(api, 'clear --yes --workspace Quillmere');

  assert.equal(exitCode, 0);
  assert.match(out, /3 numbers of AC1 get back what they had/);
  assert.match(
    out,
    /✓ Giving numbers back: 3 of 3\n.*✓ Removing the TwiML app: removed, AP1\nThe account is forgotten\./,
  );
});

test('what clearing could not undo is listed, and the exit code is 1', async () => {
  const leftovers = [
    { kind: 'number', name: '+14155550101' },
    { kind: 'key', name: 'SK1' },
  ];
  api.on(CLEAR, status(202, run({ kind: 'clear', state: 'done', leftovers })));

  const { exitCode, err } = await call(api, 'clear --yes --workspace Quillmere');

  assert.equal(exitCode, 1);
  assert.match(err, /the number \+14155550101\n.*the API key SK1/);
});

test('a clearing that did not come to its end says that it can be said again', async () => {
  api.on(CLEAR, status(202, run({ kind: 'clear', state: 'failed' })));

  const { exitCode, err } = await call(api, 'clear --yes --workspace Quillmere');

  assert.equal(exitCode, 1);
  assert.match(err, /Say it again/);
});

test('at a terminal clearing asks for the name; another one, Ctrl-C or Ctrl-D leave everything as it is', async () => {
  api.on(CLEAR, status(202, run({ kind: 'clear', state: 'done' })));

  const said = await call(api, 'clear --workspace Quillmere', { input: typist('Quillmere\r') });
  assert.equal(said.exitCode, 0);

  for (const typed of ['Elsewhere\r', '\u0003', '\u0004', '']) {
    const { exitCode, err } = await call(api, 'clear --workspace Quillmere', { input: typist(typed) });
    assert.equal(exitCode, 1);
    assert.match(err, /Nothing was done\.\n$/);
  }
  assert.equal(api.sent(CLEAR).length, 1);
});
