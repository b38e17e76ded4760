import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import i18next from 'i18next';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { speak } from '../../i18n';
import { call, detail, moment } from '../../test/calls';
import { castOf, endOf, followedOf, sentenceOf, storyOf } from './moments';

const CALLS = join(process.cwd(), '..', 'server/src/main/java/org/patchbay/calls');
const read = (file: string): string => readFileSync(join(CALLS, file), 'utf8');
const java = readdirSync(CALLS, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.java'),
);

/** An enum's constants as its `code()` says them. */
const codes = (file: string): string[] =>
  [...read(file).matchAll(/^ {4}([A-Z][A-Z_]+)(?:\(\d+\))?[,;]/gm)].map(([, name]) =>
    (name ?? '').toLowerCase().replaceAll('_', '-'),
  );

/** What is told desks, and what stands in the audit log, is called alike and is no event of a call. */
const NO_MOMENTS = new Set([
  'call.offered',
  'call.claimed',
  'call.updated',
  'call.ended',
  'recording.ready',
]);

/** Every type that the server writes down, as its sources say. */
function typesOfTheServer(): string[] {
  const literal = java
    .flatMap((file) => [...read(file).matchAll(/"((?:call|agent|leg|room|recording)\.[a-z-]+)"/g)])
    .map(([, type]) => type ?? '')
    .filter((type) => !NO_MOMENTS.has(type));
  const rooms = [...read('voice/RoomWords.java').matchAll(/-> "([a-z]+)";/g)];
  const turns = [...read('voice/Turns.java').matchAll(/= "([a-z]+)"/g)];
  return [
    ...literal,
    ...codes('machine/LegStatus.java').map((code) => `leg.${code}`),
    ...codes('ingest/RecordingStatus.java').map((code) => `recording.${code}`),
    ...rooms.map(([, word]) => `room.${word}`),
    ...turns.map(([, word]) => `leg.${word}`),
    'timer',
  ];
}

const t = i18next.t;
const cast = () => castOf(detail(), 'Support', () => 'Mara Dunne', t);

describe.each(['en', 'de'] as const)('in %s, the story of a call', (language) => {
  beforeAll(() => speak(language));
  afterAll(() => speak('en'));

  test('has a sentence for everything that the server writes down', () => {
    const types = typesOfTheServer();
    expect(types).toContain('leg.in-progress');
    expect(types).toContain('recording.completed');
    expect(types).toContain('room.joined');
    const unknown = types.filter((type) =>
      /^(Something happened: |Es geschah: )/.test(sentenceOf(moment(type), cast(), t)),
    );
    expect(unknown).toEqual([]);
  });

  test('ends with a sentence for every reason', () => {
    const reasons = codes('machine/EndReason.java');
    expect(reasons).toContain('lost');
    const plain = reasons.filter((endReason) => {
      const text = endOf({ call: call(1, { endReason }) }, cast(), t)?.text;
      return text === t('call.stage.ended') || text === undefined;
    });
    expect(plain).toEqual([]);
  });

  test('says in words what followed', () => {
    const decided = [
      'offered → talking',
      'reply EnterRoom',
      'offer to 2',
      'tell desks',
      'ring:leg-agent',
      'ringing-over at 2026-11-20T10:02:00Z',
    ];
    const said = followedOf(moment('room.joined', { decided }), cast(), t);
    expect(said).toHaveLength(5); // telling desks is nobody's business
    expect(said.join()).not.toMatch(/→|ring:|reply|EnterRoom/);
    expect(said[3]).toContain('Mara Dunne');
  });
});

describe('the story', () => {
  test('names people', () => {
    expect(sentenceOf(moment('call.incoming'), cast(), t)).toBe('Caller 1 called Support');
    const taken = moment('call.accept', { decided: ['offered → claimed', 'reply Yours'] });
    expect(sentenceOf(taken, cast(), t)).toBe('Mara Dunne took the call');
    const late = moment('call.accept', { decided: ['reply Taken'] });
    expect(sentenceOf(late, cast(), t)).toBe('Somebody else wanted it too, a moment later');
  });

  test('says a type that nobody knows yet readably', () => {
    expect(sentenceOf(moment('transfer.cold-begun'), cast(), t)).toBe(
      'Something happened: transfer cold begun',
    );
  });

  test('leaves out what only whoever looks for a fault wants to know', () => {
    const all = ['call.incoming', 'leg.seen', 'room.joined', 'recording.in-progress', 'timer'];
    expect(storyOf(all.map((type) => moment(type))).map(({ type }) => type)).toEqual([
      'call.incoming',
      'recording.in-progress',
    ]);
    const over = moment('timer', { decided: ['offered → unanswered'] });
    expect(sentenceOf(over, cast(), t)).toBe('Nobody took the call in time');
    expect(storyOf([over])).toEqual([over]);
  });

  test('tells the press that ended a call once', () => {
    const pressed = [moment('call.hang-up')];
    expect(storyOf(pressed, 'hung-up')).toEqual([]);
    expect(storyOf(pressed, 'no-answer')).toEqual(pressed);
  });
});
