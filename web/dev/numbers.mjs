// Numbers and texts of the imitated Twilio account.
import { randomUUID } from 'node:crypto';

const ago = (minutes) => new Date(Date.now() - minutes * 60_000).toISOString();
const option = (name, fallback) =>
  process.argv.find((arg) => arg.startsWith(`--${name}=`))?.split('=')[1] ?? fallback;

const COUNT = Number(option('numbers', '24'));
const NAMES = [
  'Support',
  'Sales',
  'Billing',
  'Showroom',
  'Seattle',
  'Seattle workshop',
  'Night line',
];
const sid = (prefix, n) => prefix + String(n).padStart(32, '0');

/** How some numbers are, by their place in the list. */
const MATTERS = {
  2: {
    connection: 'drifted',
    differences: [
      {
        aspect: 'app',
        wanted: 'TwiML app “Patchbay · Quillmere” AP3c…77f1',
        found: 'https://ivr-old.quillmere.example/voice.xml',
      },
      {
        aspect: 'sms-url',
        wanted: 'https://desk.quillmere.example/api/twilio/sms/inbound',
        found: null,
      },
    ],
  },
  5: { connection: 'asks', heldBy: sid('TK', 7) },
  6: { connection: 'elsewhere', heldBy: null },
  7: { connection: 'elsewhere', heldBy: 'Alder Street Workshop' },
  8: {
    connection: 'failed',
    problem: {
      type: 'urn:patchbay:problem:twilio-refused',
      title: 'Twilio refused',
      detail: 'Twilio does not let this account change the number until its address is registered.',
      twilioCode: 21631,
    },
  },
  9: { connection: 'left' },
};

const number = (connection) => (_, n) => ({
  id: randomUUID(),
  sid: sid('PN', n),
  phoneNumber: `+1415555${String(100 + n).padStart(4, '0')}`,
  friendlyName: NAMES[n % NAMES.length],
  voice: true,
  sms: n % 6 !== 5,
  mms: n % 2 === 0,
  status: 'active',
  connection,
  differences: [],
  heldBy: null,
  problem: null,
  recording: 'inherit',
  noAnswerSeconds: 60,
  onNoAnswer: 'message',
  noAnswerTo: null,
  whisper: false,
  forwardTo: n === 4 ? '+442079460018' : null,
  memberIds: [],
  lastDelivery: {
    voice: connection === 'waiting' ? null : ago(n * 17 + 0.1),
    sms: null,
    status: null,
  },
  createdAt: ago(9000),
  updatedAt: ago(90),
});

export const numbers = [];

export function fill(connection, matters) {
  numbers.length = 0;
  numbers.push(...Array.from({ length: COUNT }, number(connection)));
  if (matters)
    for (const [n, matter] of Object.entries(MATTERS)) Object.assign(numbers[n] ?? {}, matter);
}

const TEXTS = [
  ['Photo. Here it is, order Q-20418', 'received', null],
  [
    'Could you call me after three? I am in a meeting until then, and my phone will be off.',
    'received',
    null,
  ],
  ['Your refund of $140 is on its way.', 'delivered', null],
  ['Got it, thank you for the invoice.', 'received', null],
  ['Do you still need the sideboard?', 'undelivered', 21610],
  [
    'Do you deliver to Bainbridge Island?\nWe would need two tables and eight chairs.',
    'received',
    null,
  ],
  ['Quote attached. It holds for 30 days.', 'sent', null],
];

export const message = (n, over = {}) => {
  const [body, status, errorCode] = TEXTS[n % TEXTS.length];
  const inbound = status === 'received';
  const ours = '+14155550100';
  const theirs = `+1503555${String(132 + (n % 40)).padStart(4, '0')}`;
  return {
    id: randomUUID(),
    sid: sid('SM', n),
    direction: inbound ? 'inbound' : 'outbound',
    from: inbound ? theirs : ours,
    to: inbound ? ours : theirs,
    numberId: numbers[0]?.id ?? null,
    body,
    media: n === 0 ? [{ contentType: 'image/jpeg' }] : [],
    status,
    errorCode,
    at: ago(n * 43),
    updatedAt: ago(n * 43),
    ...over,
  };
};

export const messages = process.argv.includes('--alone')
  ? []
  : Array.from({ length: 260 }, (_, n) => message(n));
