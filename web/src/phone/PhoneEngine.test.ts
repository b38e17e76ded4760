import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ProblemError, UnreachableError } from '../api/problem';
import { callWith, FakeCall, ME, talking } from '../test/phone';
import { FakeBrowser, type FakeTab, settle } from '../test/phoneTabs';

let browser: FakeBrowser;

beforeEach(() => {
  vi.useFakeTimers();
  browser = new FakeBrowser();
});

afterEach(() => {
  browser.closeAll();
  vi.useRealTimers();
});

const readiness = (tab: FakeTab) => tab.engine.shown.readiness.kind;
const line = (tab: FakeTab) => tab.engine.shown.line;

async function awake(): Promise<FakeTab> {
  const tab = browser.open();
  await settle();
  await tab.engine.wake();
  return tab;
}

/** A tab in a call that it answered. */
async function inCall(): Promise<FakeTab> {
  const tab = await awake();
  browser.live(callWith({}));
  await tab.engine.acts.answer('call-1');
  browser.live(talking());
  await settle();
  return tab;
}

test('it sleeps until a click wakes it, and is ready then', async () => {
  const tab = browser.open();
  await settle();
  expect(readiness(tab)).toBe('asleep');
  expect(browser.api.asked).toEqual([]);
  await Promise.all([tab.engine.wake(), tab.engine.wake()]);
  expect(readiness(tab)).toBe('ready');
  expect(browser.registered).toHaveLength(1);
});

test('who may not call has no phone', async () => {
  const tab = browser.open({ canCall: false });
  await tab.engine.wake();
  expect(tab.engine.shown.readiness).toEqual({ kind: 'off', why: 'not-allowed' });
});

test('a refused microphone is said, and asked for again at the next click', async () => {
  browser.microphone = 'microphone-refused';
  const tab = await awake();
  expect(tab.engine.shown.readiness).toEqual({ kind: 'blocked', why: 'microphone-refused' });
  browser.microphone = 'allowed';
  await tab.engine.wake();
  expect(readiness(tab)).toBe('ready');
});

test('who can not speak takes and places no call, and is told why; a press tries again', async () => {
  browser.microphone = 'microphone-refused';
  const tab = await awake();
  browser.live(callWith({}));
  const why = { name: 'BlockedError', why: 'microphone-refused' };
  await expect(tab.engine.acts.answer('call-1')).rejects.toMatchObject(why);
  await expect(tab.engine.acts.dial({ to: '555' })).rejects.toMatchObject(why);
  expect(tab.engine.shown.offers).toHaveLength(1);
  expect(browser.api.asked).toEqual([]);
  browser.microphone = 'allowed';
  await tab.engine.acts.answer('call-1');
  expect(tab.devices[0]?.connected).toHaveLength(1);
});

test('a tab that sleeps asks for the microphone before it claims a call; refused, the call rings on for all', async () => {
  browser.microphone = 'microphone-refused';
  const tab = browser.open();
  await settle();
  browser.live(callWith({}));
  await expect(tab.engine.acts.answer('call-1')).rejects.toMatchObject({
    name: 'BlockedError',
    why: 'microphone-refused',
  });
  await expect(tab.engine.acts.dial({ to: '555' })).rejects.toMatchObject({ name: 'BlockedError' });
  expect(browser.api.asked).toEqual([]);
  expect(tab.engine.shown.offers).toHaveLength(1);
  expect(line(tab)).toBeNull();
});

test('while the browser asks for the microphone nothing is claimed; as soon as it is allowed it is', async () => {
  let allow: (answer: 'allowed') => void = () => {};
  browser.microphone = new Promise((resolve) => {
    allow = resolve;
  });
  const tab = browser.open();
  await settle();
  void tab.engine.wake();
  browser.live(callWith({}));
  const answering = tab.engine.acts.answer('call-1');
  await vi.advanceTimersByTimeAsync(5_000);
  expect(browser.api.asked).toEqual([]);
  expect(tab.engine.shown.offers).toHaveLength(1);
  allow('allowed');
  await answering;
  expect(browser.api.asked).toContain('accept call-1');
  expect(tab.devices[0]?.connected).toHaveLength(1);
});

/** What the server was asked but for tokens. */
const acts = () => browser.api.asked.filter((what) => what !== 'token');
const refused = { name: 'BlockedError', why: 'refused' };
const unreached = { name: 'UnreachedError' };

/** A tab that sleeps, with a call on offer. */
async function asleepAndOffered(): Promise<FakeTab> {
  const tab = browser.open();
  await settle();
  browser.live(callWith({}));
  return tab;
}

test('a tab that sleeps and whose token Twilio refuses takes and places no call: it rings on, and a press tries again', async () => {
  browser.twilio = 'refusal';
  const tab = await asleepAndOffered();
  for (const press of [
    () => tab.engine.acts.answer('call-1'),
    () => tab.engine.acts.dial({ to: '555' }),
  ]) {
    const pressed = expect(press()).rejects.toMatchObject(refused);
    await vi.advanceTimersByTimeAsync(8_000);
    await pressed;
  }
  expect(acts()).toEqual([]);
  expect(tab.engine.shown.offers).toHaveLength(1);
  browser.twilio = 'ready';
  await tab.engine.acts.answer('call-1');
  expect(acts()).toEqual(['accept call-1']);
  expect(tab.devices.at(-1)?.connected).toHaveLength(1);
});

test('a tab to which the server gives no token takes no call', async () => {
  browser.api.refuses = new ProblemError(403, {});
  const tab = await asleepAndOffered();
  await expect(tab.engine.acts.answer('call-1')).rejects.toMatchObject(refused);
  expect(acts()).toEqual([]);
});

test('a tab that Twilio does not answer takes no call, and says so in time', async () => {
  browser.twilio = 'silence';
  const tab = await asleepAndOffered();
  const answering = expect(tab.engine.acts.answer('call-1')).rejects.toMatchObject(unreached);
  await vi.advanceTimersByTimeAsync(8_000);
  await answering;
  expect(acts()).toEqual([]);
  expect(tab.engine.shown.offers).toHaveLength(1);
});

test('a tab whose token Twilio refuses while it is ready takes no call until another is let in', async () => {
  const tab = await awake();
  browser.live(callWith({}));
  browser.twilio = 'silence';
  tab.devices[0]?.emit('error', { code: 20104 });
  const answering = tab.engine.acts.answer('call-1');
  await vi.advanceTimersByTimeAsync(2_000);
  expect(acts()).toEqual([]);
  tab.devices.at(-1)?.come();
  await answering;
  expect(acts()).toEqual(['accept call-1']);
});

test('a lost registration is tried again at the press, not only when its turn comes', async () => {
  const tab = await awake();
  browser.live(callWith({}));
  tab.devices[0]?.drop();
  await tab.engine.acts.answer('call-1');
  expect(tab.devices[0]?.connected).toHaveLength(1);
});

test('a call that somebody else takes while this tab gets ready is not asked for any more', async () => {
  browser.twilio = 'silence';
  const tab = await asleepAndOffered();
  const answering = tab.engine.acts.answer('call-1');
  await vi.advanceTimersByTimeAsync(1_000);
  browser.live(talking({ memberId: 'member-Ben' }));
  tab.devices[0]?.come();
  await answering;
  expect(acts()).toEqual([]);
});

test('who may not call asks no other tab to', async () => {
  const tab = browser.open({ canCall: false });
  await expect(tab.engine.acts.dial({ to: '555' })).rejects.toMatchObject(unreached);
  expect(acts()).toEqual([]);
});

test('a tab that is awake claims at the click', async () => {
  const tab = await awake();
  browser.live(callWith({}));
  const answering = tab.engine.acts.answer('call-1');
  expect(browser.api.asked.at(-1)).toBe('accept call-1');
  await answering;
});

test('without a Twilio account there is nothing to wake, until there is one', async () => {
  browser.api.refuses = new ProblemError(409, {
    type: 'urn:patchbay:problem:twilio-not-configured',
  });
  const tab = await awake();
  await settle();
  expect(tab.engine.shown.readiness).toEqual({ kind: 'off', why: 'no-twilio' });
  browser.api.refuses = null;
  await tab.engine.wake();
  expect(readiness(tab)).toBe('ready');
});

test('answering claims the call and joins it with the epoch; pressed twice, once', async () => {
  const tab = await awake();
  browser.live(callWith({}));
  await Promise.all([tab.engine.acts.answer('call-1'), tab.engine.acts.answer('call-1')]);
  expect(browser.api.asked.filter((what) => what.startsWith('accept'))).toHaveLength(1);
  expect(tab.devices[0]?.connected).toEqual([{ callId: 'call-1', epoch: '1' }]);
  browser.live(talking());
  expect(line(tab)).toMatchObject({ sound: 'in', call: { stage: 'talking' } });
});

test('what was answered shows at once, and rings again when the server refuses', async () => {
  const tab = await awake();
  browser.live(callWith({}));
  browser.api.refuses = new ProblemError(409, { type: 'urn:patchbay:problem:already-claimed' });
  const answering = tab.engine.acts.answer('call-1');
  expect(tab.engine.shown.offers).toEqual([]);
  expect(line(tab)?.sound).toBe('joining');
  await expect(answering).rejects.toMatchObject({ slug: 'already-claimed' });
  expect(tab.engine.shown.offers).toHaveLength(1);
  expect(line(tab)).toBeNull();
  expect(tab.engine.shown.wrapUp).toBeNull();
  expect(tab.devices[0]?.connected).toEqual([]);
});

test('answering wakes a phone that sleeps', async () => {
  const tab = browser.open();
  await settle();
  browser.live(callWith({}));
  await tab.engine.acts.answer('call-1');
  expect(tab.devices[0]?.connected).toHaveLength(1);
});

test('two clicks on call make one call; another press later makes another', async () => {
  const tab = await awake();
  const [first, second] = await Promise.all([
    tab.engine.acts.dial({ to: '555' }),
    tab.engine.acts.dial({ to: '555' }),
  ]);
  expect(first).toBe(second);
  expect(new Set(browser.api.keys).size).toBe(1);
  await settle();
  expect(tab.devices[0]?.connected).toEqual([{ callId: first.id }]);
  await tab.engine.acts.dial({ to: '555' });
  expect(new Set(browser.api.keys).size).toBe(2);
});

test('a call whose answer was lost is asked for again by the same key', async () => {
  const tab = await awake();
  browser.api.refuses = new UnreachableError('away');
  await expect(tab.engine.acts.dial({ to: '555' })).rejects.toThrow('away');
  expect(browser.api.keys).toHaveLength(2);
  expect(new Set(browser.api.keys).size).toBe(1);
});

test('a call by the own phone sounds nowhere here', async () => {
  const tab = await awake();
  await tab.engine.acts.dial({ to: '555', via: 'phone' });
  await settle();
  expect(line(tab)?.sound).toBe('none');
  expect(tab.devices[0]?.connected).toEqual([]);
});

test('hanging up asks the server, and leaves even when it does not answer', async () => {
  const tab = await inCall();
  browser.api.refuses = new UnreachableError('away');
  await expect(tab.engine.acts.hangUp()).rejects.toThrow('away');
  await settle();
  expect(browser.api.asked).toContain('hang-up call-1');
  expect(tab.devices[0]?.calls[0]?.over).toBe(true);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(tab.devices[0]?.connected).toHaveLength(1);
});

test('a declined call rings no more here, and again when that was refused', async () => {
  const tab = await awake();
  browser.live(callWith({}));
  const declining = tab.engine.acts.decline('call-1');
  expect(tab.engine.shown.offers).toEqual([]);
  await declining;
  browser.api.refuses = new UnreachableError('away');
  browser.live(callWith({ id: 'call-2' }));
  await expect(tab.engine.acts.decline('call-2')).rejects.toThrow();
  expect(tab.engine.shown.offers).toHaveLength(1);
});

test('the server’s ring with my own call is answered by itself; another is not', async () => {
  const tab = await awake();
  const own = new FakeCall();
  own.customParameters.set('callId', 'call-9');
  const foreign = new FakeCall();
  foreign.customParameters.set('callId', 'call-8');
  tab.devices[0]?.emit('incoming', foreign);
  tab.devices[0]?.emit('incoming', own);
  expect(own.did).toEqual([]);
  browser.live(callWith({ id: 'call-9', via: 'api', stage: 'awaiting-agent', memberId: ME }));
  expect(own.did).toEqual(['accept']);
  expect(foreign.did).toEqual([]);
});

test('of two tabs one is the phone; the other shows what it does, and speaks through it', async () => {
  const leader = await awake();
  const other = browser.open();
  await settle();
  expect(readiness(other)).toBe('elsewhere');
  browser.live(callWith({}));
  await Promise.all([other.engine.acts.answer('call-1'), settle()]);
  browser.live(talking());
  await settle();
  expect(leader.devices[0]?.connected).toEqual([{ callId: 'call-1', epoch: '1' }]);
  expect(other.devices).toEqual([]);
  expect(line(other)?.sound).toBe('in');
  other.engine.acts.mute(true);
  other.engine.acts.press('5');
  await settle();
  expect(leader.devices[0]?.calls[0]?.did).toEqual(['mute true', 'digits 5']);
  expect(line(leader)?.muted).toBe(true);
  expect(line(other)?.muted).toBe(true);
});

test('waking a tab beside one that is awake changes nothing; beside one that sleeps, it is the phone', async () => {
  const first = browser.open();
  const second = browser.open();
  await settle();
  await Promise.all([second.engine.wake(), settle()]);
  await settle();
  expect(readiness(second)).toBe('ready');
  expect(readiness(first)).toBe('elsewhere');
  await first.engine.wake();
  expect(readiness(first)).toBe('elsewhere');
  expect(browser.registered).toHaveLength(1);
});

test('use here hands the phone over', async () => {
  const first = await awake();
  const second = browser.open();
  await settle();
  await Promise.all([second.engine.useHere(), settle()]);
  await settle();
  expect(readiness(second)).toBe('ready');
  expect(readiness(first)).toBe('elsewhere');
  expect(browser.registered).toHaveLength(1);
});

test('a call that is spoken in another tab comes along', async () => {
  const first = await inCall();
  const second = browser.open();
  await settle();
  await Promise.all([second.engine.useHere(), settle()]);
  await vi.advanceTimersByTimeAsync(10);
  expect(first.devices[0]?.calls[0]?.over).toBe(true);
  expect(second.devices[0]?.connected).toEqual([{ callId: 'call-1', epoch: '1' }]);
  expect(line(second)?.sound).toBe('in');
  expect(line(first)?.sound).toBe('in');
  expect(readiness(first)).toBe('elsewhere');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(browser.registered).toHaveLength(1);
  expect(second.devices[0]?.connected).toHaveLength(1);
});

test('when the tab is closed that was the phone, another one is, and goes back to the call', async () => {
  const first = await inCall();
  const second = browser.open();
  await settle();
  browser.close(first);
  await vi.advanceTimersByTimeAsync(10);
  expect(readiness(second)).toBe('ready');
  expect(second.devices[0]?.connected).toEqual([{ callId: 'call-1', epoch: '1' }]);
});

test('a tab that is loaded again in a call comes back to it without a click', async () => {
  browser.close(await inCall());
  const again = browser.open({ resumes: true });
  await vi.advanceTimersByTimeAsync(10);
  expect(again.devices[0]?.connected).toEqual([{ callId: 'call-1', epoch: '1' }]);
  expect(line(again)?.sound).toBe('in');
});

test('another machine of mine leaves my call where it is', async () => {
  browser.live(talking());
  const tab = await awake();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(tab.devices[0]?.connected).toEqual([]);
  expect(line(tab)?.sound).toBe('elsewhere');
});

test('a line that ends while the call goes on is gone back to, a few times', async () => {
  const tab = await inCall();
  for (let i = 0; i < 9; i++) {
    tab.devices[0]?.calls.at(-1)?.disconnect();
    await vi.advanceTimersByTimeAsync(5_000);
  }
  expect(tab.devices[0]?.connected).toHaveLength(1 + 5);
});

test('who comes back says by which legs they were there; after the last attempt another machine has the call', async () => {
  const tab = await inCall();
  const device = tab.devices[0];
  if (!device) throw new Error('awake');
  browser.legs = ['CA1'];
  for (const sid of ['CA2', 'CA3', 'CA4', 'CA5', 'CA6']) {
    device.callSid = sid;
    device.calls.at(-1)?.disconnect();
    await vi.advanceTimersByTimeAsync(5_000);
  }
  const before = device.connected.map((params) => params.before);
  expect(before.slice(0, 3)).toEqual([undefined, 'CA1', 'CA1 CA2']);
  device.calls.at(-1)?.disconnect();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(device.connected).toHaveLength(6);
  expect(line(tab)?.sound).toBe('elsewhere');
});

test('a line that ends with its call is not', async () => {
  const tab = await inCall();
  tab.devices[0]?.calls[0]?.disconnect();
  browser.live();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(tab.devices[0]?.connected).toHaveLength(1);
  expect(browser.joined).toBeNull();
});

test('a phone that the browser put to sleep is relieved by the tab in which somebody answers', async () => {
  const first = await awake();
  const second = browser.open();
  await settle();
  first.sleep();
  browser.live(callWith({}));
  const answering = second.engine.acts.answer('call-1');
  await vi.advanceTimersByTimeAsync(3_000);
  await answering;
  expect(second.devices[0]?.connected).toEqual([{ callId: 'call-1', epoch: '1' }]);
});

test('a phone that sleeps is not taken for one that is ready: nothing is claimed before this tab is', async () => {
  const first = await awake();
  const second = browser.open();
  await settle();
  first.sleep();
  browser.twilio = 'silence';
  browser.live(callWith({}));
  const answering = expect(second.engine.acts.answer('call-1')).rejects.toMatchObject(unreached);
  await vi.advanceTimersByTimeAsync(12_000);
  await answering;
  expect(acts()).toEqual([]);
});

test('why the phone can not be spoken through is said in the tab where somebody answers', async () => {
  const first = await awake();
  const second = browser.open();
  await settle();
  browser.twilio = 'refusal';
  browser.live(callWith({}));
  first.devices[0]?.emit('error', { code: 20101 });
  const answering = expect(second.engine.acts.answer('call-1')).rejects.toMatchObject(refused);
  await vi.advanceTimersByTimeAsync(8_000);
  await answering;
  expect(acts()).toEqual([]);
});

/** Answered in a second tab, while the one that is the phone is not registered. */
async function answeredWhileUnregistered() {
  const first = await awake();
  const second = browser.open();
  await settle();
  const [device] = first.devices;
  if (!device) throw new Error('it is awake');
  device.answers = 'silence';
  device.drop();
  browser.live(callWith({}));
  const answering = second.engine.acts.answer('call-1');
  return { first, second, device, answering };
}

test('a phone that takes long to get ready is waited for: it has said that it does', async () => {
  const { second, device, answering } = await answeredWhileUnregistered();
  await vi.advanceTimersByTimeAsync(6_000);
  expect(second.devices).toEqual([]);
  expect(acts()).toEqual([]);
  device.come();
  await answering;
  expect(device.connected).toEqual([{ callId: 'call-1', epoch: '1' }]);
  expect(readiness(second)).toBe('elsewhere');
});

test('a phone that is closed while it gets ready is relieved by the tab in which somebody answered', async () => {
  const { first, second, answering } = await answeredWhileUnregistered();
  await vi.advanceTimersByTimeAsync(3_000);
  browser.close(first);
  await vi.advanceTimersByTimeAsync(3_000);
  await answering;
  expect(second.devices[0]?.connected).toEqual([{ callId: 'call-1', epoch: '1' }]);
});

test('what is written up is done in all tabs', async () => {
  const first = await inCall();
  const second = browser.open();
  await settle();
  browser.live();
  expect(first.engine.shown.wrapUp?.id).toBe('call-1');
  expect(second.engine.shown.wrapUp?.id).toBe('call-1');
  await second.engine.acts.finish();
  await settle();
  expect(first.engine.shown.wrapUp).toBeNull();
});

test('calls of others change nothing of what is shown', async () => {
  const tab = await inCall();
  const before = tab.engine.shown;
  const mine = browser.calls;
  for (let i = 0; i < 50; i++)
    browser.live(...mine, talking({ id: `other-${i}`, memberId: 'member-Ben' }));
  expect(tab.engine.shown).toBe(before);
});

test('whatever is opened, closed, woken and handed over: one tab at most is the phone, and all agree', async () => {
  const step = fc.record({
    act: fc.constantFrom('open', 'close', 'wake', 'use'),
    which: fc.nat(5),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
      browser.closeAll();
      browser = new FakeBrowser();
      for (const { act, which } of steps) {
        const tab = browser.tabs[which % Math.max(1, browser.tabs.length)];
        if (act === 'open') browser.open();
        else if (tab && act === 'close') browser.close(tab);
        else if (tab) void tab.engine[act === 'wake' ? 'wake' : 'useHere']();
        if (which % 2 === 0) await settle();
      }
      await vi.advanceTimersByTimeAsync(5_000);
      expect(browser.registered.length).toBeLessThanOrEqual(1);
      const kinds = browser.tabs.map(readiness);
      const phones = kinds.filter((kind) => kind === 'ready');
      const mirrors = kinds.filter((kind) => kind === 'elsewhere');
      const asleep = kinds.filter((kind) => kind === 'asleep');
      expect([kinds.length, 0]).toContain(phones.length + mirrors.length);
      expect(phones.length).toBe(asleep.length === kinds.length ? 0 : 1);
    }),
    { numRuns: 150 },
  );
});
