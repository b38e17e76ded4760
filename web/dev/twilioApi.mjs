// The routes of Twilio, numbers and texts over dev/twilio.mjs and dev/numbers.mjs.
import { messages, numbers } from './numbers.mjs';
import * as twilio from './twilio.mjs';

function part(list, query, size) {
  const from = Number(query.get('cursor') ?? 0);
  const to = from + Number(query.get('limit') ?? size);
  return { items: list.slice(from, to), nextCursor: to < list.length ? String(to) : null };
}

/** @param me the member who acts; @param Refused the problem that is thrown */
export function routes(me, Refused, emit) {
  const found = (id) => {
    const number = numbers.find((one) => one.id === id);
    if (!number) throw new Refused(404, 'not-found', 'There is no such number.');
    return number;
  };
  const change = (id, changes) => {
    const number = Object.assign(found(id), changes);
    emit('number.updated', number);
    return [200, number];
  };
  return {
    'GET /api/twilio/configuration': () => [200, twilio.configuration()],
    'POST /api/twilio/configure-from-credentials': ({ body }) => {
      if (body.authToken?.startsWith('00')) {
        throw new Refused(
          422,
          'twilio-credentials',
          'Twilio does not accept this Auth Token. Copy it again from the account page.',
        );
      }
      return [202, twilio.configure(body, me.name, emit)];
    },
    'POST /api/twilio/verify': () => [200, twilio.check(me.name)],
    'POST /api/twilio/repair': ({ body }) => [
      202,
      twilio.begin('repair', me.name, body?.numberIds, emit),
    ],
    'POST /api/twilio/clear-configuration': () => [
      202,
      twilio.begin('clear', me.name, undefined, emit),
    ],
    'POST /api/twilio/stop': () => [204, twilio.stop()],
    'GET /api/twilio/checks': () => [
      200,
      { items: [twilio.account.check].filter(Boolean), nextCursor: null },
    ],
    'GET /api/twilio/deliveries': () => [200, twilio.deliveries],
    'POST /api/twilio/diagnostics': () => [
      200,
      { at: new Date().toISOString(), findings: twilio.findings() },
    ],
    'PUT /api/twilio/auth-token': () => [200, twilio.configuration()],
    'POST /api/twilio/rotate-token': () => [200, twilio.configuration()],
    'GET /api/numbers': ({ query }) => {
      const needy = ({ connection }) => ['drifted', 'asks', 'failed'].includes(connection);
      const wanted = query.get('attention') === 'true' ? numbers.filter(needy) : numbers;
      return [200, part(wanted, query, 50)];
    },
    'GET /api/numbers/available': ({ query }) => [
      200,
      {
        items: Array.from({ length: 12 }, (_, n) => ({
          phoneNumber: `+1${query.get('areaCode') ?? '628'}555${String(140 + n).padStart(4, '0')}`,
          locality: 'San Francisco',
          region: 'CA',
          voice: true,
          sms: true,
          mms: n % 2 === 0,
        })),
        price: { monthly: '1.15', currency: 'USD', note: 'asked' },
      },
    ],
    'POST /api/numbers': ({ body }) => {
      const number = {
        ...numbers[0],
        id: body.phoneNumber,
        ...body,
        friendlyName: body.phoneNumber,
      };
      numbers.push(number);
      return [201, number];
    },
    'POST /api/numbers/sync': () => [200, { added: 0, released: 0, total: numbers.length }],
    'PATCH /api/numbers/:id': ({ id, body: { managed, ...rest } }) =>
      change(id, managed === undefined ? rest : { connection: managed ? 'drifted' : 'left' }),
    'PUT /api/numbers/:id/members': ({ id, body }) => change(id, body),
    'POST /api/numbers/:id/release': ({ id }) => {
      const number = { ...found(id), status: 'released' };
      numbers.splice(numbers.indexOf(found(id)), 1);
      emit('number.updated', number);
      return [200, number];
    },
    'GET /api/members/:id/caller-id': () => [
      200,
      {
        numberId: numbers[0]?.id ?? null,
        phoneNumber: numbers[0]?.phoneNumber ?? null,
        chosen: false,
      },
    ],
    'PUT /api/members/:id/caller-id': ({ body }) => [
      200,
      {
        numberId: body.numberId ?? numbers[0].id,
        phoneNumber: (body.numberId ? found(body.numberId) : numbers[0]).phoneNumber,
        chosen: body.numberId !== null,
      },
    ],
    'GET /api/messages': ({ query }) => [200, part(messages, query, 50)],
  };
}
