// What the phone can look like, for looking at it: `--call=none|offered|two|four|twenty|dialing|talking|paused|weak|wrap-up|missed|blocked`,
// or while the demo runs `GET /demo/call/STATE`. The phone is the real one; only Twilio's SDK is imitated (dev/sdk.mjs),
// whose file the demo server replaces by it.
import { contactIdOf } from './customers.mjs';
import { calls, running } from './history.mjs';
import { aTime, me, members } from './memory.mjs';
import { numbers } from './numbers.mjs';

const option = process.argv.find((arg) => arg.startsWith('--call='))?.split('=')[1] ?? 'none';
const iso = (ms) => new Date(ms).toISOString();
const ahead = (seconds) => iso(Date.now() + seconds * 1000);
const mine = { memberId: me.id, memberName: me.name, epoch: 1 };
const ours = () => numbers[0] ?? { id: null, phoneNumber: '+14155550100' };

const PEOPLE = [
  ['Jonah Reyes', '+16465550109'],
  ['Amara Okafor', '+12025550186'],
  [null, '+15035550177'],
  ['Maximiliane von Hohenstein-Wittelsbach', '+4930901820'],
];
const from = (at, over = {}) => ({
  contactName: PEOPLE[at][0],
  contactId: PEOPLE[at][0] && contactIdOf(PEOPLE[at][0]),
  from: PEOPLE[at][1],
  to: ours().phoneNumber,
  numberId: ours().id,
  ...over,
});
const offer = (at, seconds) =>
  running(-100 - at, 'offered', seconds / 60, {
    ...from(at),
    offeredTo: [me.id, ...members.slice(2, 3).map(({ id }) => id)],
    ringUntil: ahead(60 - seconds),
  });
const spoken = (over = {}) =>
  running(-110, 'talking', 12.68, { ...from(0), ...mine, recorded: true, ...over });
const outbound = (stage) =>
  running(-111, stage, 0.1, {
    ...mine,
    direction: 'outbound',
    via: 'browser',
    from: ours().phoneNumber,
    to: PEOPLE[1][1],
    contactName: PEOPLE[1][0],
    contactId: contactIdOf(PEOPLE[1][0]),
    numberId: ours().id,
    ringUntil: null,
  });
const ended = (over = {}) => ({
  ...spoken(),
  stage: 'ended',
  status: 'completed',
  outcome: 'answered',
  endReason: 'customer-left',
  endedAt: aTime(),
  durationSeconds: 788,
  wrapUpUntil: ahead(600),
  notes: 'Left door of the oak sideboard arrived with a cracked hinge plate.',
  ...over,
});
const NOTE =
  'Left door of the oak sideboard arrived with a cracked hinge plate. She has photos. Wants a replacement hinge, not a visit; home from Thursday.';

const STATES = {
  none: () => [],
  offered: () => [offer(0, 19)],
  two: () => [offer(0, 19), offer(1, 5)],
  four: () => [offer(0, 40), offer(1, 19), offer(2, 12), offer(3, 5)],
  twenty: () =>
    Array.from({ length: 20 }, (_, n) => ({ ...offer(n % 4, 58 - 2 * n), id: `offer-${n}` })),
  dialing: () => [outbound('dialing')],
  joining: () => [outbound('awaiting-agent')],
  talking: () => [spoken({ notes: NOTE, disposition: 'Replacement part', tags: ['Warranty'] })],
  paused: () => [spoken({ recordingPaused: true })],
  weak: () => [spoken()],
  'wrap-up': () => [ended()],
  missed: () => [
    {
      ...ended({ notes: '', durationSeconds: null, answeredAt: null }),
      direction: 'outbound',
      outcome: 'failed',
      status: 'busy',
      endReason: 'line-busy',
      from: ours().phoneNumber,
      to: PEOPLE[0][1],
    },
  ],
  blocked: () => [],
};

let state = 'none';
let shown = [];

/** Puts the calls of a state in place of those of the last. */
export function show(wanted) {
  if (!STATES[wanted]) return false;
  for (const call of shown) calls.splice(calls.indexOf(call), 1);
  state = wanted;
  shown = STATES[wanted]();
  calls.unshift(...shown);
  return true;
}
show(option);

/** Whether the browser is told to keep the microphone from this page. */
export const isBlocked = () => state === 'blocked';

/** What the imitated SDK does once it is registered. */
export const sdk = () => ({
  rings: ['dialing', 'talking', 'paused', 'weak'].includes(state) ? shown[0].id : null,
  weak: state === 'weak',
});

const ownPhone = { phoneNumber: null };

export function routes(Refused, emit) {
  const found = (id) => {
    const call = calls.find((one) => one.id === id);
    if (!call) throw new Refused(404, 'not-found', 'There is no such call.');
    return call;
  };
  const change = (id, over) => {
    const call = Object.assign(found(id), over);
    emit('call.updated', call);
    return call;
  };
  const talk = (id) =>
    setTimeout(() => {
      if (found(id).endedAt === null)
        change(id, {
          stage: 'talking',
          status: 'in-progress',
          answeredAt: aTime(),
          recorded: true,
        });
    }, 2_500);
  return {
    'GET /api/voice/token': () => [
      200,
      { token: 'demo', identity: 'w_m', expiresAt: ahead(3600), environment: 'simulator' },
    ],
    'POST /api/calls': ({ body }) => {
      const known = calls.find(({ to, from: of }) => to === body.to || of === body.to);
      const call = running(-1000 - calls.length, 'dialing', 0, {
        ...mine,
        direction: 'outbound',
        via: body.via ?? 'browser',
        from: body.from ?? ours().phoneNumber,
        to: body.to,
        contactName: known?.contactName ?? null,
        contactId: known?.contactId ?? null,
        ringUntil: null,
      });
      calls.unshift(call);
      emit('call.updated', call);
      talk(call.id);
      return [201, { call }];
    },
    'POST /api/calls/:id/accept': ({ id }) => {
      emit('call.claimed', { callId: id, memberId: me.id, memberName: me.name });
      change(id, { ...mine, stage: 'claimed' });
      talk(id);
      return [200, { epoch: 1 }];
    },
    'POST /api/calls/:id/decline': ({ id }) => {
      change(id, { declinedBy: [...found(id).declinedBy, me.id] });
      return [204];
    },
    'POST /api/calls/:id/wrap-up': ({ id, body }) => {
      const until = found(id).wrapUpUntil ?? aTime();
      const wrapUpUntil = body.seconds === 0 ? null : iso(Date.parse(until) + body.seconds * 1000);
      return [200, change(id, { wrapUpUntil })];
    },
    'POST /api/calls/:id/recording/pause': ({ id }) => [200, change(id, { recordingPaused: true })],
    'POST /api/calls/:id/recording/resume': ({ id }) => [
      200,
      change(id, { recordingPaused: false }),
    ],
    'GET /api/members/:id/phone': () => [200, ownPhone],
    'PUT /api/members/:id/phone': ({ body }) => [
      200,
      Object.assign(ownPhone, { phoneNumber: body.phoneNumber?.replace(/[^+\d]/g, '') || null }),
    ],
    // Somebody else was quicker: for looking at how a card goes.
    'GET /demo/take': () => {
      const other = members[2] ?? me;
      for (const call of shown.filter(({ stage }) => stage === 'offered').slice(0, 1)) {
        change(call.id, { stage: 'claimed', memberId: other.id, memberName: other.name });
      }
      return [204];
    },
  };
}
