import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, test } from 'node:test';
import { difference } from '../words.mjs';
import { FakeApi, configuration, number, problem, run, step } from './fake-api.mjs';
import { call } from './terminal.mjs';

let api;
beforeEach(async () => (api = await new FakeApi().start()));
afterEach(() => api.stop());

const lines = ({ out }) => out.trimEnd().split('\n');
const READY = configuration({
  state: 'ready',
  environment: 'simulator',
  accountSid: 'AC1',
  accountName: 'Practice',
  appSid: 'AP1',
  apiKeySid: 'SK1',
  baseUrl: 'https://desk.example.com',
  numbers: { total: 2, connected: 1, attention: 1 },
  run: run({ state: 'done', endedAt: '2026-11-21T07:00:09.123Z' }),
  check: {
    id: 'c',
    firstAt: '2026-11-21T07:00:00Z',
    at: '2026-11-21T07:30:00Z',
    by: null,
    state: 'ok',
    differences: [],
    problem: null,
  },
});

test('the account is listed with a line for each number: what of it comes here, and when last', async () => {
  api.on('GET /api/twilio/configuration', READY);
  const texted = { voice: '2026-11-21T06:00:00Z', sms: '2026-11-21T07:01:02.5Z', status: null };
  const moved = [{ aspect: 'app', wanted: 'AP1', found: 'AP9' }];
  api.on('GET /api/numbers', {
    items: [
      number('+14155550101', { friendlyName: 'Sales', lastDelivery: texted }),
      number('+14155550102', { connection: 'drifted', differences: moved, sms: false }),
      number('+14155550103', { connection: 'failed' }),
    ],
    nextCursor: null,
  });

  const listed = await call(api, 'list --workspace Quillmere');

  assert.equal(listed.exitCode, 0);
  assert.deepEqual(lines(listed), [
    'Quillmere (01990000-0000-7000-8000-000000000001): ready',
    '  Account   AC1 Practice (simulator)',
    '  API key   SK1',
    '  App       AP1',
    '  Address   https://desk.example.com',
    '  Numbers   2: 1 connected, 1 need somebody',
    '  Last run  configure by Hugo Bennett, done, 2026-11-21 07:00:09',
    '  Checked   2026-11-21 07:30:00: as it should be',
    '',
    '  NUMBER        NAME       STATE      VOICE    SMS  STATUS  LAST DELIVERY (UTC)',
    '  +14155550101  Sales      connected  ok       ok   ok      2026-11-21 07:01:02 sms',
    '  +14155550102  Quillmere  drifted    differs  –    ok      –',
    '  +14155550103  Quillmere  failed     no       no   no      –',
  ]);
});

test('an account that needs somebody is exit code 1, and says where to look', async () => {
  const why = {
    type: 'urn:patchbay:problem:twilio-credentials',
    title: 'Not accepted',
    detail: 'Copy both.',
    twilioCode: 20003,
  };
  const check = { ...READY.check, state: 'drift', differences: [{}] };
  const failed = run({ state: 'failed', steps: [step('credentials', 'failed', { problem: why })] });
  api.on('GET /api/twilio/configuration', {
    ...READY,
    state: 'attention',
    baseUrl: 'https://old.example.com',
    run: failed,
    check,
  });

  const { exitCode, out } = await call(api, 'list --workspace Quillmere');

  assert.equal(exitCode, 1);
  assert.match(out, /https:\/\/old\.example\.com; it is https:\/\/desk\.example\.com now/);
  assert.match(out, /Not accepted\n.*Copy both\.\n.*20003/);
  assert.match(out, /1 difference, see .\/run twilio verify/);
});

test('no account is no fault', async () => {
  const { exitCode, out } = await call(api, 'list --workspace Quillmere');

  assert.equal(exitCode, 0);
  assert.match(out, /No Twilio account is connected/);
});

test('every page of the numbers is listed', async () => {
  api.on('GET /api/numbers', ({ request }) =>
    request.url.includes('cursor=second%2Fpage')
      ? { items: [number('+14155550102')], nextCursor: null }
      : { items: [number('+14155550101')], nextCursor: 'second/page' },
  );

  const { out } = await call(api, 'numbers --attention --workspace Quillmere');

  assert.match(out, /\+14155550101[^]*\+14155550102/);
  assert.ok(
    api.requests.filter(({ route }) => route === 'GET /api/numbers').every(({ url }) => url.includes('attention=true')),
  );
});

test('the numbers are looked for at Twilio first, where that is asked for', async () => {
  api.on('POST /api/numbers/sync', { added: 2, released: 1, total: 5 });
  api.on('GET /api/numbers', {
    items: [number('+14155550101', { forwardTo: '+4930123456', memberIds: ['a', 'b'] })],
    nextCursor: null,
  });

  const { out } = await call(api, 'numbers --sync --workspace Quillmere');

  assert.match(out, /2 new, 1 released/);
  assert.match(out, /\+14155550101 +Quillmere +connected +voice sms +inherit +60 s +\+4930123456 +2 members/);
});

test('differences are told one a line, with what is wanted and what is there; the exit code is 1', async () => {
  const differences = [
    {
      subject: 'number',
      numberId: 'n',
      phoneNumber: '+14155550101',
      aspect: 'sms-url',
      wanted: 'https://here/sms',
      found: null,
    },
    { subject: 'app', numberId: null, phoneNumber: null, aspect: 'missing', wanted: null, found: null },
    { subject: 'number', numberId: 'n', phoneNumber: '+14155550102', aspect: 'of-tomorrow', wanted: 'a', found: 'b' },
  ];
  api.on('POST /api/twilio/verify', { state: 'drift', differences, problem: null });

  const verified = await call(api, 'verify --workspace Quillmere');

  assert.equal(verified.exitCode, 1);
  assert.deepEqual(lines(verified).slice(0, 4), [
    'Quillmere: 3 differences',
    '  +14155550101: its texts go to another address. Wanted: https://here/sms; there: nothing.',
    '  TwiML app: the TwiML app is gone.',
    '  +14155550102: of-tomorrow. Wanted: a; there: b.',
  ]);
});

test('an account that can not be looked at is told why; the exit code is 1', async () => {
  const why = {
    type: 'urn:patchbay:problem:twilio-credentials',
    title: 'Not accepted',
    detail: 'Copy both.',
    twilioCode: 20003,
  };
  api.on('POST /api/twilio/verify', { state: 'failed', differences: [], problem: why });
  const failed = await call(api, 'verify --workspace Quillmere');
  api.on(
    'POST /api/twilio/verify',
    problem(409, 'twilio-not-configured', 'No Twilio account is connected', 'Connect one.'),
  );
  const none = await call(api, 'verify --workspace Quillmere');

  assert.deepEqual([failed.exitCode, none.exitCode], [1, 1]);
  assert.match(failed.err, /Not accepted\n {2}Copy both\.\n.*20003/);
  assert.match(none.err, /No Twilio account is connected\n {2}Connect one\./);
});

test('every aspect of the contract has words for each subject it is told of', () => {
  const contract = readFileSync(new URL('../../../api/openapi.yaml', import.meta.url), 'utf8');
  const description = /TwilioAspect:\n[^]*?description: \|\n([^]*?)\n {6}enum:/.exec(contract)[1].replace(/\s+/g, ' ');
  const subjects = {
    'Of a number': 'number',
    'Of the app': 'app',
    'Of the key': 'key',
    'Of the account': 'account',
    'Of the public URL': 'public-url',
  };
  for (const [, said, aspects] of description.matchAll(/(Of [a-zA-Z ]+): ([^.]+)\./g))
    for (const [, aspect] of aspects.matchAll(/`([a-z-]+)`/g)) {
      const words = difference({ subject: subjects[said], phoneNumber: null, aspect, wanted: null, found: null });
      assert.notEqual(words.split(': ')[1], `${aspect}.`, `${said}: ${aspect}`);
    }
});
