// The routes of contacts over dev/contacts.mjs; of an import, enough to look at its pages.
import { randomUUID } from 'node:crypto';
import { contacts } from './contacts.mjs';

const digits = (text) => text.replace(/\D/g, '');
const plain = (text) =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();

const PHONES = ['phone', 'mobile', 'work'];

function fits(contact, text) {
  const words = [contact.name, contact.company, contact.email, ...contact.tags].map(plain);
  const number = digits(text);
  return (
    words.some((word) => word.includes(plain(text))) ||
    (number.length > 2 && contact.phones.some((phone) => phone.phoneNumber.includes(number)))
  );
}

const FIELDS = {
  name: 'name',
  'first name': 'firstName',
  'last name': 'lastName',
  company: 'company',
  email: 'email',
  'e-mail': 'email',
  phone: 'phone',
  mobile: 'mobile',
  notes: 'notes',
  tags: 'tags',
};

/** @param Refused the problem that is thrown */
export function routes(Refused, emit) {
  const found = (id) => {
    const contact = contacts.find((one) => one.id === id);
    if (!contact) throw new Refused(404, 'not-found', 'There is no such contact.');
    return contact;
  };
  const checked = (body, id) => {
    const errors = (body.phones ?? []).flatMap(({ phoneNumber }, index) =>
      digits(phoneNumber).length < 5
        ? [
            {
              field: `phones[${index}].phoneNumber`,
              message: `“${phoneNumber}” is no phone number`,
            },
          ]
        : [],
    );
    if (errors.length > 0) throw new Refused(400, 'invalid', 'Check the phones.', errors);
    const phones = body.phones?.map(({ phoneNumber, label }) => ({
      phoneNumber: phoneNumber.trim().startsWith('+')
        ? `+${digits(phoneNumber)}`
        : `+1${digits(phoneNumber)}`,
      label,
    }));
    const owner = contacts.find(
      (one) =>
        one.id !== id &&
        one.phones.some((has) => phones?.some((phone) => phone.phoneNumber === has.phoneNumber)),
    );
    if (owner) {
      const refused = new Refused(409, 'phone-taken', `That is ${owner.name}'s.`);
      Object.assign(refused.body, { contactId: owner.id, contactName: owner.name });
      throw refused;
    }
    return phones ? { ...body, phones } : body;
  };
  return {
    'GET /api/contacts': ({ query }) => {
      const text = query.get('text') ?? '';
      const all = text ? contacts.filter((one) => fits(one, text)) : contacts;
      const from = Number(query.get('cursor') ?? 0);
      const to = from + Number(query.get('limit') ?? 50);
      const total = from === 0 ? all.length : null;
      const nextCursor = to < all.length ? String(to) : null;
      return [200, { items: all.slice(from, to), nextCursor, total }];
    },
    'POST /api/contacts': ({ body }) => {
      const at = new Date().toISOString();
      const contact = {
        id: randomUUID(),
        name: '',
        company: '',
        email: '',
        notes: '',
        tags: [],
        phones: [],
        lastCallAt: null,
        createdAt: at,
        updatedAt: at,
        ...checked(body),
      };
      contacts.unshift(contact);
      emit('contact.updated', contact);
      return [201, contact];
    },
    'POST /api/contacts/import': ({ body }) => {
      const [head = '', ...lines] = body.csv.trim().split(/\r?\n/);
      const columns = head.split(/[,;\t]/);
      const mapping =
        body.mapping ?? columns.map((name) => FIELDS[name.trim().toLowerCase()] ?? 'ignore');
      const at = (field) => mapping.indexOf(field);
      const rows = lines.map((line) => line.split(/[,;\t]/));
      const phones = (row) =>
        PHONES.filter((field) => row[at(field)]).map((label) => ({
          phoneNumber: row[at(label)],
          label,
        }));
      const digits = ({ phoneNumber }) => phoneNumber.replace(/\D/g, '');
      const empty = (row) => !row.some((_, n) => mapping[n] !== 'ignore' && row[n]);
      const wrong = (row) => phones(row).find((phone) => digits(phone).length < 10);
      const good = rows.filter((row) => !empty(row) && !wrong(row));
      const isKnown = (row) =>
        phones(row).some((phone) =>
          contacts.some((one) => one.phones.some((of) => of.phoneNumber.endsWith(digits(phone)))),
        );
      const known = good.filter(isKnown).length;
      const whole = (row) =>
        row[at('name')] ?? `${row[at('firstName')] ?? ''} ${row[at('lastName')] ?? ''}`.trim();
      return [
        200,
        {
          columns,
          mapping,
          total: rows.length,
          added: good.length - known,
          updated: body.known === 'skip' ? 0 : known,
          skipped: body.known === 'skip' ? known : 0,
          refused: rows.length - good.length,
          problems: rows.flatMap((row, n) =>
            wrong(row)
              ? {
                  line: n + 2,
                  detail: `“${wrong(row).phoneNumber}” is no phone number in the United States.`,
                }
              : [],
          ),
          sample: good.slice(0, 5).map((row) => ({
            name: whole(row),
            company: row[at('company')] ?? '',
            email: row[at('email')] ?? '',
            tags: [],
            phones: phones(row),
          })),
        },
      ];
    },
    'GET /api/contacts/:id': ({ id }) => [200, found(id)],
    'PATCH /api/contacts/:id': ({ id, body }) => {
      const contact = Object.assign(found(id), checked(body, id));
      emit('contact.updated', contact);
      return [200, contact];
    },
    'DELETE /api/contacts/:id': ({ id }) => {
      contacts.splice(contacts.indexOf(found(id)), 1);
      emit('contact.removed', { contactId: id });
      return [204];
    },
  };
}
