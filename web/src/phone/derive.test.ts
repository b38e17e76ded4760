import fc from 'fast-check';
import { expect, test } from 'vitest';
import { callWith, ME, talking } from '../test/phone';
import { callOf, offersTo, stable } from './derive';
import { WrapUps } from './WrapUps';

test('an offer is a call that rings for me and that I have not declined, the longest waiting first', () => {
  const calls = [
    callWith({ id: 'late', offeredAt: '2026-11-20T10:00:09Z' }),
    callWith({ id: 'declined', declinedBy: [ME] }),
    callWith({ id: 'others', offeredTo: ['member-Ben'] }),
    callWith({ id: 'taken', stage: 'claimed', memberId: 'member-Ben' }),
    callWith({ id: 'early' }),
  ];
  expect(offersTo(calls, ME).map(({ id }) => id)).toEqual(['early', 'late']);
});

test('my line is the call that I have, in any stage before its end', () => {
  for (const stage of ['claimed', 'awaiting-agent', 'dialing', 'talking'] as const)
    expect(callOf([callWith({ stage, memberId: ME })], ME)?.stage).toBe(stage);
  for (const stage of ['offered', 'unanswered', 'forwarded', 'ended'] as const)
    expect(callOf([callWith({ stage, memberId: ME })], ME)).toBeNull();
  expect(callOf([talking({ memberId: 'member-Ben' })], ME)).toBeNull();
});

test('calls of others move no reference of mine', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('member-Ben', 'member-Cleo')), (others) => {
      const mine = [callWith({ id: 'a' }), callWith({ id: 'b' })];
      const noise = others.map((memberId, i) => talking({ id: `n${i}`, memberId }));
      const before = offersTo(mine, ME);
      expect(stable(before, offersTo([...noise, ...mine], ME))).toBe(before);
    }),
  );
});

test('a call that I had and that is gone is written up, until I am done', () => {
  const wrapUps = new WrapUps();
  wrapUps.see([talking()], ME);
  expect(wrapUps.at(0)).toBeNull();
  wrapUps.see([], ME);
  expect(wrapUps.at(0)?.id).toBe('call-1');
  wrapUps.done('call-1');
  expect(wrapUps.at(0)).toBeNull();
  wrapUps.learn(talking({ stage: 'ended', endedAt: '2026-11-20T10:05:00Z' }), ME);
  expect(wrapUps.at(0)).toBeNull();
});

test('a wrap-up ends when the server says', () => {
  const wrapUps = new WrapUps();
  const ended = talking({
    stage: 'ended',
    endedAt: '2026-11-20T10:05:00Z',
    wrapUpUntil: '2026-11-20T10:05:30Z',
  });
  wrapUps.learn(ended, ME);
  expect(wrapUps.at(Date.parse('2026-11-20T10:05:29Z'))).toBe(ended);
  expect(wrapUps.at(Date.parse('2026-11-20T10:05:30Z'))).toBeNull();
});

test('a call that was lost to somebody else is not written up', () => {
  const wrapUps = new WrapUps();
  wrapUps.see([callWith({ stage: 'claimed', memberId: ME })], ME);
  wrapUps.see([callWith({})], ME);
  wrapUps.see([], ME);
  expect(wrapUps.at(0)).toBeNull();
});
