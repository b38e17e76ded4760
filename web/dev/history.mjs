// 100,000 calls (`--calls=`) of the imitated workspace: the same ones at each start, but for the time.
import { Buffer } from 'node:buffer';
import { createHash, randomUUID } from 'node:crypto';
import { me, members } from './memory.mjs';
import './twilio.mjs'; // fills the numbers
import { contactIdOf, PEOPLE } from './customers.mjs';
import { numbers } from './numbers.mjs';

const option = (name, fallback) =>
  process.argv.find((arg) => arg.startsWith(`--${name}=`))?.split('=')[1] ?? fallback;
const COUNT = Number(option('calls', '100000'));

const NOTES = [
  'Cracked hinge plate on the oak sideboard',
  'Six chairs, delivery to Ballard',
  '',
  'Refund of the second stool agreed, $140',
  'Sent a copy of invoice 3381',
  '',
  'Walnut desk, 140 cm, in two weeks',
  '',
  'Wednesday between 10 and 12',
  'Table top warped; photos asked for',
  'Oil, not wax, twice a year',
];
const DISPOSITIONS = [null, 'Order placed', null, 'Refund', 'Wrong number', null, 'Quote asked'];

/** Numbers that look random and are the same each time. */
let seed = 7;
const random = () => {
  seed = (seed * 1103515245 + 12345) % 2147483648;
  return seed / 2147483648;
};
const pick = (list) => list[Math.floor(random() * list.length)];
const id = (n) => {
  const hex = createHash('sha256').update(`call ${n}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};
const iso = (ms) => new Date(ms).toISOString();

const BLANK = {
  errorCode: null,
  epoch: 0,
  offeredTo: [],
  declinedBy: [],
  ringUntil: null,
  conference: null,
  recorded: false,
  recordingPaused: false,
  recordingUrl: null,
  wrapUpUntil: null,
  callerName: null,
  priceUnit: null,
  price: null,
  disposition: null,
  notes: '',
  tags: [],
};

/** Where no account is connected, the calls of numbers that are gone. */
const OURS = numbers.length > 0 ? numbers.slice(0, 5) : [{ id: null, phoneNumber: '+14155550100' }];

/** @param at when it began, in epoch milliseconds */
function made(n, at) {
  const [name, customer] = pick(PEOPLE);
  const inbound = customer === 'anonymous' || random() < 0.7;
  const number = pick(OURS);
  const kind = random();
  const outcome = inbound
    ? kind < 0.8
      ? 'answered'
      : kind < 0.88
        ? 'missed'
        : kind < 0.93
          ? 'abandoned'
          : 'voicemail'
    : kind < 0.85
      ? 'answered'
      : 'failed';
  const answered = outcome === 'answered';
  const wait = 2 + Math.floor(random() * 40);
  const length = answered || outcome === 'voicemail' ? 5 + Math.floor(random() ** 3 * 1500) : null;
  const agent = answered || !inbound ? pick(members) : null;
  const callId = id(n);
  return {
    ...BLANK,
    id: callId,
    direction: inbound ? 'inbound' : 'outbound',
    via: inbound ? 'number' : 'browser',
    stage: 'ended',
    status: answered || outcome === 'voicemail' ? 'completed' : inbound ? 'no-answer' : 'busy',
    outcome,
    endReason: answered
      ? 'customer-left'
      : outcome === 'missed'
        ? pick(['nobody-answered', 'nobody-available', 'everybody-declined'])
        : outcome === 'abandoned'
          ? 'customer-left'
          : outcome === 'failed'
            ? pick(['line-busy', 'no-answer'])
            : 'nobody-answered',
    from: inbound ? customer : number.phoneNumber,
    to: inbound ? number.phoneNumber : customer,
    numberId: number.id,
    contactId: name ? contactIdOf(name) : null,
    contactName: name,
    memberId: agent?.id ?? null,
    memberName: agent?.name ?? null,
    recorded: answered,
    recordingUrl: answered ? `/api/recordings/${callId}/media` : null,
    createdAt: iso(at),
    offeredAt: inbound ? iso(at + 600) : null,
    answeredAt: answered ? iso(at + wait * 1000) : null,
    endedAt: iso(at + (wait + (length ?? 0)) * 1000),
    durationSeconds: length,
    waitSeconds: wait,
    price: answered ? `0.${String(40 + Math.floor(random() * 900)).padStart(4, '0')}` : null,
    priceUnit: answered ? 'USD' : null,
    disposition: answered ? pick(DISPOSITIONS) : null,
    notes: answered ? pick(NOTES) : '',
    tags: random() < 0.1 ? ['furniture'] : [],
  };
}

let clock = Date.now() - 60_000;
export const calls = Array.from({ length: COUNT }, (_, n) => {
  clock -= 60_000 + random() * 600_000;
  return made(n, clock);
});

/** Calls that are not over. */
export function running(n, stage, minutes, over) {
  const at = Date.now() - minutes * 60_000;
  const direction = over.direction ?? 'inbound';
  let call = made(n, at);
  while (call.direction !== direction) call = made(n, at);
  const talking = stage === 'talking';
  return {
    ...call,
    stage,
    status: talking ? 'in-progress' : 'ringing',
    outcome: null,
    endReason: null,
    answeredAt: talking ? iso(at + 9_000) : null,
    endedAt: null,
    durationSeconds: null,
    waitSeconds: null,
    price: null,
    priceUnit: null,
    notes: '',
    disposition: null,
    recordingUrl: null,
    memberId: null,
    memberName: null,
    ringUntil: talking ? null : iso(at + 120_000),
    offeredAt: iso(at),
    ...over,
  };
}
const whom = (n) => ({
  contactName: PEOPLE[n][0],
  contactId: PEOPLE[n][0] && contactIdOf(PEOPLE[n][0]),
  from: PEOPLE[n][1],
});
const by = (member) => ({ memberId: member.id, memberName: member.name });
if (!process.argv.includes('--quiet')) {
  const [hugo, mara = hugo, sofie = hugo, daniel = hugo] = members;
  calls.unshift(
    running(-1, 'offered', 0.2, { ...whom(3), offeredTo: [mara.id, sofie.id] }),
    running(-2, 'offered', 0.7, { ...whom(2), offeredTo: [mara.id] }),
    running(-3, 'dialing', 0.3, {
      ...by(daniel),
      direction: 'outbound',
      ringUntil: null,
      contactName: PEOPLE[8][0],
      contactId: contactIdOf(PEOPLE[8][0]),
      to: PEOPLE[8][1],
    }),
    running(-4, 'talking', 12.7, { ...by(sofie), ...whom(0), recorded: true }),
    running(-5, 'talking', 3, { ...by(mara), ...whom(10) }),
  );
}

const views = [
  { id: randomUUID(), name: 'Missed today', filter: { outcome: 'missed', days: 1 } },
  { id: randomUUID(), name: 'Sofie, this week', filter: { memberId: members[2]?.id, days: 7 } },
];
const blocked = [
  {
    phoneNumber: '+12135550149',
    reason: 'Calls every day and says nothing',
    blockedBy: me.id,
    createdAt: iso(Date.now() - 86_400_000 * 3),
  },
];
const settings = {
  record: true,
  notice: 'This call is recorded.',
  keepRecordingsDays: 90,
  wrapUpSeconds: 30,
};

function fits(query) {
  const wanted = Object.fromEntries(query);
  const text = wanted.text?.toLowerCase();
  return (call) =>
    (!wanted.numberId || call.numberId === wanted.numberId) &&
    (!wanted.memberId || call.memberId === wanted.memberId) &&
    (!wanted.contactId || call.contactId === wanted.contactId) &&
    (!wanted.customer || [call.from, call.to].includes(wanted.customer)) &&
    (!wanted.direction || call.direction === wanted.direction) &&
    (!wanted.outcome || call.outcome === wanted.outcome) &&
    (wanted.live !== 'true' || call.endedAt === null) &&
    (!wanted.since || call.createdAt >= wanted.since) &&
    (!text ||
      [call.contactName, call.from, call.to, call.notes, call.memberName, ...call.tags].some(
        (part) => part?.toLowerCase().includes(text),
      ));
}

const leg = (call, kind, begin, end, over = {}) => ({
  id: `${call.id.slice(0, -1)}${kind === 'customer' ? 'a' : 'b'}`,
  kind,
  memberId: kind === 'agent' ? call.memberId : null,
  address: kind === 'agent' ? 'client:w0_m0' : call.direction === 'inbound' ? call.from : call.to,
  sid: `CA${call.id.replaceAll('-', '')}`,
  status: end ? 'completed' : 'in-progress',
  epoch: 1,
  inRoom: !end,
  dial: 'none',
  ending: false,
  createdAt: begin,
  ringingAt: begin,
  answeredAt: kind === 'customer' && call.direction === 'inbound' ? begin : call.answeredAt,
  endedAt: end,
  durationSeconds: null,
  sipCode: null,
  errorCode: null,
  ...over,
});

function detail(call) {
  const legs = [leg(call, 'customer', call.createdAt, call.endedAt)];
  const at = (seconds) => iso(Date.parse(call.createdAt) + seconds * 1000);
  if (call.memberId) legs.push(leg(call, 'agent', at(2), call.endedAt));
  const said = [];
  const say = (seconds, type, decided = [], legId = null, source = 'webhook') =>
    said.push({ id: `${call.id}-${said.length}`, type, source, legId, at: at(seconds), decided });
  const inbound = call.direction === 'inbound';
  if (inbound)
    say(0, 'call.incoming', [
      'offered',
      'reply EnterRoom',
      'offer to 2',
      `ringing-over at ${at(60)}`,
    ]);
  else say(0, 'call.placed', ['awaiting-agent', 'tell desks'], null, 'member');
  if (call.answeredAt) {
    const wait = (Date.parse(call.answeredAt) - Date.parse(call.createdAt)) / 1000;
    if (inbound)
      say(
        wait - 1,
        'call.accept',
        ['offered → claimed', 'reply Yours', 'tell who has it'],
        null,
        'member',
      );
    say(wait - 0.6, 'agent.came', ['reply EnterRoom'], legs[1]?.id);
    say(wait - 0.4, 'leg.in-progress', [], legs[1]?.id);
    say(wait, 'room.joined', ['claimed → talking', 'tell desks']);
    say(wait + 0.2, 'recording.in-progress');
  } else if (call.endedAt)
    say(60, 'timer', ['offered → unanswered', `turn-leg:${legs[0].id}:UNANSWERED`], null, 'timer');
  if (call.endedAt) {
    const end = (Date.parse(call.endedAt) - Date.parse(call.createdAt)) / 1000;
    say(end, 'leg.completed', ['talking → ended', 'tell the end'], legs[0].id);
    if (legs[1]) say(end + 0.2, 'leg.hang-up', [], legs[1].id, 'twilio');
    if (call.recordingUrl) say(end + 3, 'recording.completed');
    say(end + 4, 'room.something-new');
  }
  return {
    call,
    legs,
    recordings: call.recordingUrl
      ? [
          {
            id: call.id,
            status: 'completed',
            source: 'Conference',
            channels: 2,
            durationSeconds: call.durationSeconds,
            startedAt: call.answeredAt,
            createdAt: call.answeredAt,
          },
        ]
      : [],
    events: said,
  };
}

function inspection(call) {
  const { legs, events } = detail(call);
  return {
    call,
    legs,
    entries: events.map(({ at, ...moment }) => ({
      ...moment,
      occurredAt: at,
      storedAt: at,
      data:
        moment.source === 'twilio'
          ? { request: 'calls.update', outcome: 'ok', milliseconds: 84, status: 200 }
          : {
              AccountSid: `AC${'0'.repeat(32)}`,
              CallSid: legs[0].sid,
              CallStatus: 'in-progress',
              From: call.from,
              To: call.to,
            },
      reply:
        moment.type === 'call.incoming'
          ? '<?xml version="1.0" encoding="UTF-8"?><Response><Say>This call is recorded.</Say><Dial><Conference beep="false" jitterBufferSize="small" record="record-from-start">incoming</Conference></Dial></Response>'
          : null,
    })),
  };
}

/** A tone that comes and goes, left and right in turn: 8 kHz, 16 bit, two channels. */
function sound(seconds) {
  const frames = Math.min(seconds, 600) * 8000;
  const wav = Buffer.alloc(44 + frames * 4);
  wav.write('RIFF', 0);
  wav.writeUInt32LE(36 + frames * 4, 4);
  wav.write('WAVEfmt ', 8);
  wav.writeUInt32LE(16, 16);
  wav.writeUInt16LE(1, 20);
  wav.writeUInt16LE(2, 22);
  wav.writeUInt32LE(8000, 24);
  wav.writeUInt32LE(32000, 28);
  wav.writeUInt16LE(4, 32);
  wav.writeUInt16LE(16, 34);
  wav.write('data', 36);
  wav.writeUInt32LE(frames * 4, 40);
  for (let n = 0; n < frames; n++) {
    const time = n / 8000;
    const loud = Math.abs(Math.sin(time * 1.7) * Math.sin(time * 0.6)) * 12_000;
    const left = Math.sin(time * 0.35) > 0;
    const value = Math.round(Math.sin(time * 2 * Math.PI * 330) * loud);
    wav.writeInt16LE(left ? value : value >> 6, 44 + n * 4);
    wav.writeInt16LE(left ? value >> 6 : value, 46 + n * 4);
  }
  return wav;
}

export function routes(Refused, emit) {
  const found = (callId) => {
    const call = calls.find((one) => one.id === callId);
    if (!call) throw new Refused(404, 'not-found', 'There is no such call.');
    return call;
  };
  const newCall = setInterval(() => {
    if (!process.argv.includes('--ringing')) return clearInterval(newCall);
    const call = made(-10 - calls.length, Date.now() - 1000);
    calls.unshift(call);
    emit('call.ended', call);
  }, 2_000);
  newCall.unref();
  return {
    'GET /api/calls': ({ query }) => {
      const all = calls.filter(fits(query));
      const from = Number(query.get('cursor') ?? 0);
      const to = from + Number(query.get('limit') ?? 50);
      const nextCursor = to < all.length ? String(to) : null;
      return [
        200,
        { items: all.slice(from, to), nextCursor, total: from === 0 ? all.length : null },
      ];
    },
    'GET /api/calls/export': ({ query }) => [
      200,
      Buffer.from(
        `id,created_at,from,to\r\n${calls
          .filter(fits(query))
          .map((call) => `${call.id},${call.createdAt},${call.from},${call.to}`)
          .join('\r\n')}\r\n`,
      ),
      'text/csv',
    ],
    'GET /api/calls/:id': ({ id: callId }) => [200, detail(found(callId))],
    'PATCH /api/calls/:id': ({ id: callId, body }) => {
      const call = Object.assign(found(callId), body);
      if (body.disposition === '') call.disposition = null;
      emit('call.updated', call);
      return [200, call];
    },
    'GET /api/calls/:id/inspection': ({ id: callId }) => [200, inspection(found(callId))],
    'POST /api/calls/:id/hang-up': ({ id: callId }) => {
      const call = Object.assign(found(callId), {
        stage: 'ended',
        status: 'completed',
        outcome: 'answered',
        endReason: 'hung-up',
        endedAt: iso(Date.now()),
        durationSeconds: 60,
      });
      emit('call.ended', call);
      return [204];
    },
    'GET /api/recordings/:id/media': ({ id: callId }) => [
      200,
      sound(found(callId).durationSeconds),
      'audio/wav',
    ],
    'DELETE /api/recordings/:id': ({ id: callId }) => {
      emit('call.updated', Object.assign(found(callId), { recordingUrl: null }));
      return [204];
    },
    'GET /api/call-views': () => [200, views],
    'POST /api/call-views': ({ body }) => {
      const same = views.findIndex(({ name }) => name === body.name);
      if (same >= 0) views.splice(same, 1);
      const view = { id: randomUUID(), ...body };
      views.push(view);
      return [200, view];
    },
    'DELETE /api/call-views/:id': ({ id: viewId }) => {
      views.splice(
        views.findIndex((view) => view.id === viewId),
        1,
      );
      return [204];
    },
    'GET /api/call-settings': () => [200, settings],
    'PUT /api/call-settings': ({ body }) => [200, Object.assign(settings, body)],
    'GET /api/blocked-callers': () => [200, blocked],
    'POST /api/blocked-callers': ({ body }) => {
      const caller = { reason: '', ...body, blockedBy: me.id, createdAt: iso(Date.now()) };
      blocked.push(caller);
      return [200, caller];
    },
    'DELETE /api/blocked-callers/:id': ({ id: phoneNumber }) => {
      const at = blocked.findIndex((one) => one.phoneNumber === decodeURIComponent(phoneNumber));
      if (at >= 0) blocked.splice(at, 1);
      return [204];
    },
  };
}
