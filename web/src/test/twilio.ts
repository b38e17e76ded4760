import type {
  Message,
  TwilioCheck,
  TwilioConfiguration,
  TwilioRun,
  TwilioStep,
  WorkspaceNumber,
} from '../api/types';

const AT = '2026-11-20T10:41:06Z';

export const ACCOUNT_SID = 'AC0123456789abcdef0123456789abcdef';
export const AUTH_TOKEN = '0123456789abcdef0123456789abcdef';

export const step = (name: TwilioStep['name'], over: Partial<TwilioStep> = {}): TwilioStep => ({
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
  ...over,
});

export const run = (over: Partial<TwilioRun> = {}): TwilioRun => ({
  id: 'run-1',
  kind: 'configure',
  state: 'running',
  startedBy: 'Hugo Bennett',
  startedAt: AT,
  endedAt: null,
  baseUrlBefore: null,
  baseUrl: 'https://desk.quillmere.example',
  steps: [],
  leftovers: [],
  ...over,
});

export const check = (over: Partial<TwilioCheck> = {}): TwilioCheck => ({
  id: 'check-1',
  firstAt: AT,
  at: AT,
  by: null,
  state: 'ok',
  differences: [],
  problem: null,
  ...over,
});

export const configuration = (over: Partial<TwilioConfiguration> = {}): TwilioConfiguration => ({
  state: 'ready',
  environment: 'twilio',
  accountSid: ACCOUNT_SID,
  accountName: 'Quillmere',
  trial: false,
  appSid: 'AP3c0123456789abcdef0123456789ab77f1',
  apiKeySid: 'SK810123456789abcdef0123456789ab4d0e',
  secondaryToken: false,
  baseUrl: 'https://desk.quillmere.example',
  currentBaseUrl: 'https://desk.quillmere.example',
  configuredAt: AT,
  numbers: { total: 24, connected: 24, attention: 0 },
  offers: { twilio: true, simulator: true, practiceAccount: true },
  run: null,
  check: check(),
  ...over,
});

/** Before anything is connected. */
export const nothing = (over: Partial<TwilioConfiguration> = {}): TwilioConfiguration =>
  configuration({
    state: 'none',
    environment: null,
    accountSid: null,
    accountName: null,
    appSid: null,
    apiKeySid: null,
    baseUrl: null,
    configuredAt: null,
    numbers: { total: 0, connected: 0, attention: 0 },
    check: null,
    ...over,
  });

/** The nth number, +1 415 555 0100 and on. */
export const number = (n: number, over: Partial<WorkspaceNumber> = {}): WorkspaceNumber => ({
  id: `number-${n}`,
  sid: `PN${String(n).padStart(32, '0')}`,
  phoneNumber: `+1415555${String(100 + n).padStart(4, '0')}`,
  friendlyName: `Line ${n}`,
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
  createdAt: AT,
  updatedAt: AT,
  ...over,
});

export const drifted = (n: number, over: Partial<WorkspaceNumber> = {}): WorkspaceNumber =>
  number(n, {
    connection: 'drifted',
    differences: [
      { aspect: 'app', wanted: 'AP3c', found: 'https://ivr-old.quillmere.example/voice.xml' },
    ],
    ...over,
  });

export const message = (n: number, over: Partial<Message> = {}): Message => ({
  id: `message-${n}`,
  sid: `SM${String(n).padStart(32, '0')}`,
  direction: 'inbound',
  from: '+15035550132',
  to: '+14155550100',
  numberId: 'number-0',
  body: `Text ${n}`,
  media: [],
  status: 'received',
  errorCode: null,
  at: AT,
  updatedAt: AT,
  ...over,
});
