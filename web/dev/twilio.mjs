// The imitated Twilio account: how it is, and runs that go step by step.
//   --twilio=none|ready|drift   --numbers=24   --slow (a run takes half a minute)
import { randomUUID } from 'node:crypto';
import { fill, numbers } from './numbers.mjs';

const chosen = process.argv.find((arg) => arg.startsWith('--twilio='))?.split('=')[1] ?? 'none';
const PACE = process.argv.includes('--slow') ? 900 : 120;
const now = () => new Date().toISOString();
const hex = (prefix) => prefix + randomUUID().replaceAll('-', '');
const wait = (ms) => new Promise((done) => setTimeout(done, ms));

export const account = {
  state: 'none',
  environment: null,
  accountSid: null,
  accountName: null,
  trial: false,
  appSid: null,
  apiKeySid: null,
  secondaryToken: false,
  baseUrl: null,
  currentBaseUrl: 'https://desk.quillmere.example',
  configuredAt: null,
  run: null,
  check: null,
};
let stopping = false;

const attention = ({ connection }) => ['drifted', 'asks', 'failed'].includes(connection);

export const configuration = () => ({
  ...account,
  numbers: {
    total: numbers.length,
    connected: numbers.filter(({ connection }) => connection === 'connected').length,
    attention: numbers.filter(attention).length,
  },
  offers: { twilio: true, simulator: true, practiceAccount: true },
});

export function check(by = null) {
  const drifted = numbers.filter(({ connection }) => connection === 'drifted');
  account.check = {
    id: randomUUID(),
    firstAt: now(),
    at: now(),
    by,
    state: drifted.length > 0 ? 'drift' : 'ok',
    differences: drifted.flatMap((one) =>
      one.differences.map((difference) => ({
        subject: 'number',
        numberId: one.id,
        phoneNumber: one.phoneNumber,
        ...difference,
      })),
    ),
    problem: null,
  };
  if (account.state !== 'none') account.state = numbers.some(attention) ? 'attention' : 'ready';
  return account.check;
}

function connect(environment, accountSid) {
  Object.assign(account, {
    environment,
    accountSid: accountSid ?? hex('AC'),
    accountName: 'Quillmere',
    appSid: hex('AP'),
    apiKeySid: hex('SK'),
    baseUrl: account.currentBaseUrl,
    configuredAt: now(),
  });
}

if (chosen !== 'none') {
  connect('twilio');
  fill('connected', chosen === 'drift');
  account.state = 'ready';
  check();
}

const STEPS = {
  configure: ['credentials', 'saving', 'key', 'app', 'numbers', 'verify'],
  repair: ['key', 'app', 'numbers', 'verify'],
  clear: ['give-back', 'remove-app', 'remove-key', 'forget'],
};
const OUTCOMES = { key: 'made', app: 'made', 'remove-app': 'removed', 'remove-key': 'removed' };

const step = (name) => ({
  name,
  state: 'waiting',
  startedAt: null,
  endedAt: null,
  outcome: null,
  sid: null,
  current: null,
  done: 0,
  failed: 0,
  asking: 0,
  total: null,
  problem: null,
});

/** Begins something; each step is told through `emit`. */
export function begin(kind, by, ids, emit) {
  const run = {
    id: randomUUID(),
    kind,
    state: 'running',
    startedBy: by,
    startedAt: now(),
    endedAt: null,
    baseUrlBefore: process.argv.includes('--moved') ? 'https://phones.quillmere.example' : null,
    baseUrl: account.currentBaseUrl,
    steps: STEPS[kind].map(step),
    leftovers: [],
  };
  account.run = run;
  account.state = 'working';
  stopping = false;
  void go(run, ids, () => emit('twilio.progress', structuredClone(run)), emit);
  return structuredClone(run);
}

export const stop = () => {
  stopping = true;
};

async function go(run, ids, tell, emit) {
  for (const one of run.steps) {
    Object.assign(one, { state: 'running', startedAt: now() });
    tell();
    if (one.name === 'numbers' || one.name === 'give-back') await goThrough(one, ids, tell, emit);
    else await wait(PACE * 3);
    if (stopping) break;
    const sid = one.name.endsWith('key') ? account.apiKeySid : account.appSid;
    Object.assign(one, {
      state: 'done',
      endedAt: now(),
      current: null,
      sid,
      outcome: OUTCOMES[one.name] ?? null,
    });
    tell();
  }
  Object.assign(run, { state: stopping ? 'stopped' : 'done', endedAt: now() });
  if (run.kind === 'clear') {
    numbers.length = 0;
    Object.assign(account, { state: 'none', environment: null, accountSid: null, check: null });
  } else check();
  if (account.state === 'working') account.state = 'ready';
  tell();
  emit('numbers.changed', { total: numbers.length });
}

async function goThrough(one, ids, tell, emit) {
  const mine = numbers.filter(({ id }) => !ids || ids.includes(id));
  one.total = mine.length;
  for (const number of mine) {
    one.current = number.phoneNumber;
    tell();
    await wait(PACE);
    if (stopping) return;
    if (one.name === 'numbers') {
      Object.assign(number, {
        connection: 'connected',
        differences: [],
        problem: null,
        heldBy: null,
      });
      emit('number.updated', structuredClone(number));
    }
    one.done += 1;
  }
}

export function configure({ environment, accountSid }, by, emit) {
  if (account.state === 'none') {
    connect(environment ?? 'twilio', accountSid);
    fill('waiting', false);
  }
  return begin('configure', by, undefined, emit);
}

export const deliveries = {
  accepted: [
    { kind: 'voice', phoneNumber: '+14155550100', count: 214, lastAt: now() },
    { kind: 'sms', phoneNumber: '+14155550104', count: 31, lastAt: now() },
    { kind: 'probe', phoneNumber: null, count: 3, lastAt: now() },
  ],
  rejected: [
    ['wrong-url', 'https://phones.quillmere.example/api/twilio/voice', null, 2],
    ['wrong-token', null, null, 5],
    ['no-signature', null, null, 41],
    ['unknown-account', null, hex('AC'), 1],
  ].map(([reason, deliveredTo, accountSid, count]) => ({
    reason,
    path: '/api/twilio/voice',
    count,
    firstAt: now(),
    lastAt: now(),
    deliveredTo,
    accountSid,
  })),
};

export const findings = () =>
  [
    ['credentials', 'ok', 'Twilio accepts them; the account “Quillmere” is active.', null],
    [
      'public-url',
      'failed',
      'https://desk.quillmere.example answered 502.',
      'Look whether the proxy before this server runs and passes on to port 8080.',
    ],
    [
      'webhooks',
      'warning',
      '1 number is not as it should be: +1 415 555 0102.',
      'Repair it under Settings, Twilio.',
    ],
    ['token', 'ok', 'An access token was made, and Twilio knows its API key.', null],
    ['callbacks', 'ok', 'The last delivery came 8 seconds ago.', null],
    ['database', 'ok', 'It answers in 2 ms.', null],
    ['clock', 'skipped', 'Twilio did not answer, so there is no clock to compare with.', null],
  ].map(([name, state, detail, remedy]) => ({ check: name, state, detail, remedy }));
