// Contacts of the imitated workspace, and their calls. `--contacts=5000` makes that many.
import { randomUUID } from 'node:crypto';
import { me, members } from './memory.mjs';
import { numbers } from './numbers.mjs';

const ago = (minutes) => new Date(Date.now() - minutes * 60_000).toISOString();
const option = (name, fallback) =>
  process.argv.find((arg) => arg.startsWith(`--${name}=`))?.split('=')[1] ?? fallback;
const alone = process.argv.includes('--alone');

const FIRST =
  'Inês Grigor Amara Jonah Wilhelmina Priya Tomás Ada Ulrich Beatriz Noor Sven Yuki Chidi'.split(
    ' ',
  );
const LAST =
  'Carvalho Petrosyan Okafor Reyes von Hohenstein-Sigmaringen|Raman|Álvarez|Lindgren|Baumgärtner|Costa|Haddad|Ekström|Tanaka|Nwosu'
    .replaceAll(' ', '|')
    .split('|');
const COMPANIES = [
  'Carvalho Joinery',
  '',
  'Okafor & Daughters',
  'Harbour Hotel',
  'Baumgärtner Möbelwerkstätten GmbH & Co. KG',
  '',
];
const TAGS = [['Trade', 'Oak range'], [], ['Trade'], ['Press'], [], ['Trade', 'Seattle', 'Net 30']];

const contact = (_, n) => {
  const first = FIRST[n % FIRST.length];
  const last = LAST[(n * 3 + Math.floor(n / FIRST.length)) % LAST.length];
  const phone = `+1415556${String(n).padStart(4, '0')}`;
  return {
    id: n === 0 ? '11111111-1111-4111-8111-111111111111' : randomUUID(),
    name: n === 0 ? 'Inês Carvalho' : `${first} ${last}`,
    company: COMPANIES[n % COMPANIES.length],
    email:
      n % 3 === 0 ? `${first.normalize('NFD').replace(/\W/g, '').toLowerCase()}@mail.example` : '',
    notes:
      n === 0
        ? 'Deliveries go to the workshop door on Alder Street. The front bell does not work.'
        : '',
    tags: TAGS[n % TAGS.length],
    phones: [
      { phoneNumber: phone, label: n % 2 ? '' : 'mobile' },
      ...(n % 4 === 0
        ? [{ phoneNumber: `+4930555${String(n).padStart(4, '0')}`, label: 'Workshop' }]
        : []),
    ],
    lastCallAt: n % 3 === 0 ? ago(60 * (n + 1) * 5) : null,
    createdAt: ago(60 * 24 * (n + 1)),
    updatedAt: ago(60 * 24),
  };
};

const byName = (a, b) => (a.name || a.company).localeCompare(b.name || b.company);
export const contacts = alone
  ? []
  : Array.from({ length: Number(option('contacts', '260')) }, contact).sort(byName);

/** Minutes ago, direction, outcome, status, seconds, note, disposition, recorded. */
const CALLS = [
  [
    60 * 20,
    'outbound',
    'answered',
    'completed',
    252,
    'Confirmed delivery for Wednesday between 10 and 12.',
    'Delivery confirmed',
    true,
  ],
  [60 * 23, 'inbound', 'missed', 'no-answer', null, '', null, false],
  [60 * 24 * 3, 'inbound', 'abandoned', 'completed', null, '', null, false],
  [60 * 24 * 3 + 40, 'outbound', 'missed', 'busy', null, '', null, false],
  [
    60 * 24 * 18,
    'inbound',
    'answered',
    'completed',
    700,
    'Asked about the oak range, chose the 180 cm sideboard.\nWants it before the end of the month.',
    null,
    true,
  ],
];

export function call(
  who,
  [minutes, direction, outcome, status, seconds, notes, disposition, recorded],
  n,
) {
  const ours = numbers[0]?.phoneNumber ?? '+14155550100';
  const theirs = who.phones[0]?.phoneNumber ?? '+14155559999';
  const member = members[(n + 1) % 4] ?? me;
  return {
    id: randomUUID(),
    direction,
    via: direction === 'inbound' ? 'number' : 'browser',
    stage: 'ended',
    status,
    outcome,
    endReason: null,
    errorCode: null,
    from: direction === 'inbound' ? theirs : ours,
    to: direction === 'inbound' ? ours : theirs,
    callerName: null,
    numberId: numbers[0]?.id ?? null,
    contactId: who.id,
    contactName: who.name,
    memberId: member.id,
    memberName: member.name,
    epoch: 1,
    offeredTo: [],
    declinedBy: [],
    ringUntil: null,
    conference: null,
    recorded,
    recordingPaused: false,
    recordingUrl: recorded ? '/api/recordings/1/media' : null,
    wrapUpUntil: null,
    createdAt: ago(minutes),
    offeredAt: ago(minutes),
    answeredAt: seconds ? ago(minutes) : null,
    endedAt: ago(minutes - 5),
    durationSeconds: seconds,
    waitSeconds: direction === 'inbound' ? 9 : null,
    price: null,
    priceUnit: null,
    disposition,
    notes,
    tags: [],
  };
}

const someone = contacts.find(({ name }) => name === 'Inês Carvalho');
export const calls = someone ? CALLS.map((one, n) => call(someone, one, n)) : [];
if (someone) {
  const [minutes, ...rest] = [4, 'inbound', null, 'in-progress', null, '', null, false];
  calls.unshift({
    ...call(someone, [minutes, ...rest], 0),
    stage: 'talking',
    endedAt: null,
    memberId: me.id,
    memberName: me.name,
    answeredAt: ago(3),
  });
}
