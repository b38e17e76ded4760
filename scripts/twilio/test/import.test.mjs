import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { FakeApi, configuration, number, problem, run, status } from './fake-api.mjs';
import { call } from './terminal.mjs';

const TOKEN = 'fedcba9876543210fedcba9876543210';
const OLD = {
  TWILIO_ACCOUNT_SID: `AC${'0123456789abcdef'.repeat(2)}`,
  TWILIO_AUTH_TOKEN: TOKEN,
  TWILIO_PHONE_NUMBER: '+1 (415) 555-0101',
  FORWARD_PHONE_NUMBER: '+49 30 1234567',
};
const CONFIGURE = 'POST /api/twilio/configure-from-credentials';
const [FIRST, SECOND] = [number('+14155550101'), number('+14155550102')];
let api;

beforeEach(async () => {
  api = await new FakeApi().start();
  api.on(CONFIGURE, status(202, run({ state: 'done' })));
  api.on('GET /api/numbers', ({ request }) => ({
    items: request.url.includes('attention') ? [] : [FIRST, SECOND],
    nextCursor: null,
  }));
  for (const { id } of [FIRST, SECOND]) api.on(`PATCH /api/numbers/${id}`, FIRST);
});
afterEach(() => api.stop());

const taken = (environment) => call(api, 'import --workspace Quillmere', { environment });
const patched = () =>
  api.requests.filter(({ route }) => route.startsWith('PATCH')).map(({ route, body }) => [route.slice(-12), body]);

test('the account is connected, and its number forwarded; the token is shown nowhere', async () => {
  const { exitCode, out, said } = await taken(OLD);

  assert.equal(exitCode, 0);
  assert.deepEqual(api.sent(CONFIGURE), [
    { environment: 'twilio', accountSid: OLD.TWILIO_ACCOUNT_SID, authToken: TOKEN },
  ]);
  assert.deepEqual(patched(), [[FIRST.id.slice(-12), { forwardTo: '+49301234567' }]]);
  assert.match(out, /Calls to \+14155550101 are forwarded to \+49301234567/);
  assert.match(out, /can be deleted now/);
  assert.ok(!said.includes(TOKEN));
});

test('without a number of its own, every number is forwarded', async () => {
  const { exitCode } = await taken({ ...OLD, TWILIO_PHONE_NUMBER: '' });

  assert.equal(exitCode, 0);
  assert.equal(patched().length, 2);
});

test('nothing is forwarded where nobody asked for it', async () => {
  const { exitCode, out } = await taken({ ...OLD, FORWARD_PHONE_NUMBER: undefined });

  assert.equal(exitCode, 0);
  assert.match(out, /calls ring at the desk/);
  assert.deepEqual(patched(), []);
});

test('half-set or unfilled variables end it before anything is done, and their values are not shown', async () => {
  const halves = [
    [{ TWILIO_AUTH_TOKEN: undefined }, /TWILIO_AUTH_TOKEN is not set/],
    [{ TWILIO_ACCOUNT_SID: ' ' }, /TWILIO_ACCOUNT_SID is not set/],
    [{ TWILIO_ACCOUNT_SID: undefined, TWILIO_AUTH_TOKEN: '' }, /TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN are not set/],
    [{ TWILIO_ACCOUNT_SID: 'your_account_sid_here' }, /TWILIO_ACCOUNT_SID must be/],
    [{ TWILIO_ACCOUNT_SID: TOKEN }, /TWILIO_ACCOUNT_SID must be/],
    [{ TWILIO_AUTH_TOKEN: 'your_auth_token_here' }, /TWILIO_AUTH_TOKEN is no Auth Token/],
    [{ FORWARD_PHONE_NUMBER: '0301234567' }, /FORWARD_PHONE_NUMBER must be/],
    [{ TWILIO_PHONE_NUMBER: '+1XXXXXXXXXX' }, /TWILIO_PHONE_NUMBER must be/],
  ];
  for (const [wrong, words] of halves) {
    const { exitCode, err } = await taken({ ...OLD, ...wrong });

    assert.equal(exitCode, 64, JSON.stringify(wrong));
    assert.match(err, words);
    assert.ok(!err.includes(TOKEN) && !err.includes('your_'));
  }
  assert.deepEqual(api.requests, []);
});

test('what is not needed is named, with the reason', async () => {
  const { out } = await taken({
    ...OLD,
    TWILIO_API_KEY: 'SK1',
    TWILIO_API_SECRET: 'hush',
    TWILIO_TWIML_APP_SID: 'AP1',
    ENCRYPTION_KEY: 'hush',
  });

  for (const name of ['TWILIO_API_KEY', 'TWILIO_API_SECRET', 'TWILIO_TWIML_APP_SID', 'ENCRYPTION_KEY'])
    assert.match(out, new RegExp(`^${name} is not needed: .+\\.$`, 'm'));
  assert.ok(!out.includes('hush'));
});

test('an old address that is not this server’s is told, with what to set; one that is, too', async () => {
  const { exitCode, out } = await taken({
    ...OLD,
    API_BASE_URL: 'https://desk.example.com/',
    NEXT_PUBLIC_APP_URL: 'https://old.example.com/app',
    BASE_URL: 'here',
  });

  assert.equal(exitCode, 0);
  assert.match(out, /API_BASE_URL is this server's public address already/);
  assert.match(out, /NEXT_PUBLIC_APP_URL says https:\/\/old\.example\.com, but .* https:\/\/desk\.example\.com/);
  assert.match(out, /PATCHBAY_PUBLIC_URL=https:\/\/old\.example\.com/);
  assert.match(out, /BASE_URL is no address of the web/);
});

test('an account of the simulator has no public address to compare', async () => {
  api.on(
    'GET /api/twilio/configuration',
    configuration({ offers: { twilio: false, simulator: true, practiceAccount: true } }),
  );

  const environment = { ...OLD, NEXT_PUBLIC_APP_URL: 'https://old.example.com' };
  const { exitCode, said } = await call(api, 'import --simulator --workspace Quillmere', { environment });

  assert.equal(exitCode, 0);
  assert.equal(api.sent(CONFIGURE)[0].environment, 'simulator');
  assert.ok(!said.includes('old.example.com'));
});

test('a server without a public address imports nothing, and is told which one there was', async () => {
  api.on(
    'GET /api/twilio/configuration',
    configuration({ offers: { twilio: false, simulator: true, practiceAccount: true } }),
  );

  const { exitCode, err } = await taken({ ...OLD, NEXT_PUBLIC_APP_URL: 'https://old.example.com' });

  assert.equal(exitCode, 1);
  assert.match(err, /PATCHBAY_PUBLIC_URL=https:\/\/old\.example\.com/);
  assert.deepEqual(api.sent(CONFIGURE), []);
});

test('another account that is connected already stays, and nothing is forwarded', async () => {
  api.on(CONFIGURE, problem(409, 'twilio-other-account', 'Another account is connected', 'Clear it first.'));

  const { exitCode, err } = await taken(OLD);

  assert.equal(exitCode, 1);
  assert.match(err, /Another account is connected\n {2}Clear it first\./);
  assert.deepEqual(patched(), []);
});

test('a number that the account does not have is told', async () => {
  const { exitCode, err } = await taken({ ...OLD, TWILIO_PHONE_NUMBER: '+14155550199' });

  assert.equal(exitCode, 1);
  assert.match(err, /\+14155550199 of TWILIO_PHONE_NUMBER is no number of this account/);
  assert.deepEqual(patched(), []);
});

test('a second import changes nothing that was set here since, and forwards no number to itself', async () => {
  const items = [
    { ...FIRST, forwardTo: '+4989111111' },
    { ...SECOND, forwardTo: '+14155550101' },
  ];
  api.on('GET /api/numbers', ({ request }) => ({
    items: request.url.includes('attention') ? [] : items,
    nextCursor: null,
  }));

  const again = await taken(OLD);
  const toItself = await taken({ ...OLD, TWILIO_PHONE_NUMBER: undefined, FORWARD_PHONE_NUMBER: '+14155550101' });

  assert.deepEqual([again.exitCode, toItself.exitCode], [1, 1]);
  assert.match(again.err, /stays forwarded to \+4989111111/);
  assert.match(toItself.err, /not forwarded to itself/);
  assert.deepEqual(patched(), [[SECOND.id.slice(-12), { forwardTo: '+14155550101' }]]);
});
