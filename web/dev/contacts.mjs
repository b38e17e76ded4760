// Contacts of the imitated workspace: those who call it, and others. `--contacts=5000` makes that many.
import { randomUUID } from 'node:crypto';
import { contactIdOf, PEOPLE } from './customers.mjs';

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

const KNOWN = PEOPLE.filter(([name]) => name !== null);

const contact = (_, n) => {
  const first = FIRST[n % FIRST.length];
  const last = LAST[(n * 3 + Math.floor(n / FIRST.length)) % LAST.length];
  const [name, phone] = KNOWN[n] ?? [`${first} ${last}`, `+1415556${String(n).padStart(4, '0')}`];
  return {
    id: KNOWN[n] ? contactIdOf(name) : randomUUID(),
    name,
    company: COMPANIES[n % COMPANIES.length],
    email:
      n % 3 === 0
        ? `${name.split(' ')[0].normalize('NFD').replace(/\W/g, '').toLowerCase()}@mail.example`
        : '',
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
