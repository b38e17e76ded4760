import { ProblemError, UnreachableError } from '../api/problem';
import type { Call } from '../api/types';
import { callOf, isByBrowser, offersTo, stable } from './derive';
import type { JoinedHere } from './JoinedHere';
import { Leadership, type Locks } from './Leadership';
import type { Line, Readiness, Wish } from './Phone';
import { Pressed } from './Pressed';
import type { PhoneApi } from './phoneApi';
import { Seat, type SeatOptions } from './Seat';
import { type Ask, type Channel, type Mirrored, TabError, Tabs } from './Tabs';
import type { Heard } from './Voice';
import { WrapUps } from './WrapUps';

/** What the phone shows. */
export interface Shown {
  readiness: Readiness;
  offers: readonly Call[];
  line: Line | null;
  wrapUp: Call | null;
}

export interface EngineOptions {
  memberId: string;
  memberName: string;
  /** Of the lock and the channel: one phone for each member and workspace in a browser. */
  name: string;
  canCall: boolean;
  api: PhoneApi;
  device: SeatOptions['device'];
  audio: SeatOptions['audio'];
  joined: Pick<JoinedHere, 'get' | 'set'>;
  locks: Locks | null;
  channel: Channel;
  /** Whether this tab may begin by itself: it was the phone before it was loaded again. */
  resumes(): Promise<boolean>;
  onChange(): void;
}

/** So long the socket has to tell of a call that was just placed. */
const TO_APPEAR_MS = 3_000;

const AWAKE = new Set<Readiness['kind']>(['starting', 'ready', 'lost']);
const ASLEEP: Mirrored = { readiness: { kind: 'asleep' }, heard: null };

/**
 * The phone without a page: what the server says of the calls, what this browser hears, which of its tabs is the
 * phone, and what was pressed, put together.
 */
export class PhoneEngine {
  readonly #leadership: Leadership;
  readonly #tabs: Tabs;
  readonly #wrapUps = new WrapUps();
  readonly #pressed: Pressed;
  readonly #dialing = new Map<string, Promise<Call>>();
  readonly #answering = new Map<string, Promise<void>>();
  #seat: Seat | null = null;
  /** What the tab shows that is the phone; of this one where it is. */
  #phone: Mirrored = ASLEEP;
  #calls: readonly Call[] | null = null;
  #wrapTimer: ReturnType<typeof setTimeout> | undefined;
  #shown: Shown;

  constructor(readonly options: EngineOptions) {
    this.#pressed = new Pressed(options.memberId, options.memberName);
    this.#shown = { readiness: this.#readiness(), offers: [], line: null, wrapUp: null };
    this.#leadership = new Leadership(options.name, options.locks, (leads) => this.#led(leads));
    this.#tabs = new Tabs(options.channel, {
      hello: () => this.#seat && this.#tabs.show(this.#phone),
      state: (state) => {
        if (this.#seat === null) this.#mirror(state);
      },
      ask: (ask) => (this.#seat === null ? null : this.#do(this.#seat, ask)),
      wrapped: (callId) => {
        this.#wrapUps.done(callId);
        this.#show();
      },
    });
  }

  get shown(): Shown {
    return this.#shown;
  }

  /** Whether this tab is the one that rings and is spoken through. */
  get isPhone(): boolean {
    return this.#seat?.awake ?? false;
  }

  start(): void {
    if (!this.options.canCall) return;
    this.#tabs.hello();
    this.#leadership.start();
  }

  stop(): void {
    clearTimeout(this.#wrapTimer);
    this.#seat?.stop();
    this.#seat = null;
    this.#leadership.stop();
    this.#tabs.close();
  }

  /** The live calls, as the server says; null where it has not said yet. */
  see(calls: readonly Call[] | null): void {
    if (calls === this.#calls) return;
    this.#calls = calls;
    if (calls !== null) {
      this.#pressed.see(calls);
      this.#wrapUps.see(calls, this.options.memberId);
    }
    this.#again();
  }

  /** A call that has ended, with what is known of its end. */
  learn(call: Call): void {
    this.#pressed.forget(call.id);
    this.#wrapUps.learn(call, this.options.memberId);
    this.#show();
  }

  /** The machine woke up, or the network is back. */
  look(): void {
    this.#seat?.look();
  }

  async wake(): Promise<void> {
    if (!this.options.canCall) return;
    if (this.#seat === null) {
      if (AWAKE.has(this.#phone.readiness.kind)) return;
      await this.#leadership.steal();
    }
    await this.#seat?.wake();
  }

  async useHere(): Promise<void> {
    if (this.#seat === null && this.#phone.heard !== null) {
      const detail = 'A call is spoken in the other tab.';
      throw new ProblemError(409, { type: 'urn:patchbay:problem:spoken-elsewhere', detail });
    }
    await this.#leadership.steal();
    await this.#seat?.wake();
  }

  /** Two presses on the same are one: until the call is there, they get the same answer. */
  dial(wish: Wish): Promise<Call> {
    const press = JSON.stringify([wish.to, wish.from, wish.contactId, wish.via]);
    const running = this.#dialing.get(press);
    if (running) return running;
    const dialing = this.#dial(wish).finally(() => this.#dialing.delete(press));
    this.#dialing.set(press, dialing);
    return dialing;
  }

  async #dial(wish: Wish): Promise<Call> {
    const key = crypto.randomUUID();
    const call = await this.options.api.place(wish, key).catch((error: unknown) => {
      // Whether it was placed is unknown. By the same key it is placed once.
      if (error instanceof UnreachableError) return this.options.api.place(wish, key);
      throw error;
    });
    this.#pressed.dialed(call);
    this.#again();
    setTimeout(() => void this.#lookFor(call.id), TO_APPEAR_MS);
    if (wish.via !== 'phone') void this.#join(call.id, null).catch(() => {}); // the line says so
    return call;
  }

  /** A call may end before its answer is here: then no event of it follows. */
  async #lookFor(callId: string): Promise<void> {
    if (!this.#pressed.awaits(callId)) return;
    const call = await this.options.api.read(callId).catch(() => null);
    if (call?.endedAt) {
      this.learn(call);
      this.#again();
    }
  }

  answer(callId: string): Promise<void> {
    const running = this.#answering.get(callId);
    if (running) return running;
    const answering = this.#answer(callId).finally(() => this.#answering.delete(callId));
    this.#answering.set(callId, answering);
    return answering;
  }

  async #answer(callId: string): Promise<void> {
    this.#pressed.answered(callId);
    this.#again();
    // From the click, while the browser takes it for one; the claim is not kept waiting by it.
    const awake = this.wake().catch(() => {});
    let epoch: number;
    try {
      epoch = await this.options.api.accept(callId);
    } catch (error) {
      this.#pressed.forget(callId);
      this.#again();
      throw error;
    }
    await awake;
    await this.#join(callId, epoch);
  }

  async decline(callId: string): Promise<void> {
    this.#pressed.declined(callId);
    this.#again();
    try {
      await this.options.api.decline(callId);
    } catch (error) {
      this.#pressed.forget(callId);
      this.#again();
      throw error;
    }
  }

  /** The server ends every leg. Should it not answer, this browser leaves by itself, which ends the call too. */
  async hangUp(): Promise<void> {
    const call = this.#shown.line?.call;
    if (!call) return;
    try {
      await this.options.api.hangUp(call.id);
    } finally {
      void this.#ask({ do: 'leave' }).catch(() => {});
    }
  }

  mute(muted: boolean): void {
    if (this.#seat === null && this.#phone.heard !== null)
      this.#mirror({ ...this.#phone, heard: { ...this.#phone.heard, muted } });
    void this.#ask({ do: 'mute', muted }).catch(() => {});
  }

  press(digits: string): void {
    void this.#ask({ do: 'press', digits }).catch(() => {});
  }

  async pauseRecording(paused: boolean): Promise<void> {
    const call = this.#shown.line?.call;
    if (call) await this.options.api.pauseRecording(call.id, paused);
  }

  async finish(): Promise<void> {
    const call = this.#shown.wrapUp;
    if (call === null) return;
    this.#wrapUps.done(call.id);
    this.#show();
    try {
      if (call.wrapUpUntil !== null) await this.options.api.wrapUp(call.id, 0);
      this.#tabs.wrapped(call.id);
    } catch (error) {
      this.#wrapUps.again(call);
      this.#show();
      throw error;
    }
  }

  async prolong(seconds: number): Promise<void> {
    const call = this.#shown.wrapUp;
    if (call !== null) this.learn(await this.options.api.wrapUp(call.id, seconds));
  }

  /** Connects the sound, in whichever tab is the phone; one that sleeps is relieved. */
  async #join(callId: string, epoch: number | null): Promise<void> {
    const ask = { do: 'join', callId, epoch } as const;
    try {
      await this.wake();
      await this.#ask(ask);
    } catch (error) {
      if (!(error instanceof TabError && error.silent)) throw error;
      await this.#leadership.steal();
      await this.#ask(ask);
    }
  }

  #ask(ask: Ask): Promise<void> {
    return this.#seat === null ? this.#tabs.ask(ask) : this.#do(this.#seat, ask);
  }

  async #do(seat: Seat, ask: Ask): Promise<void> {
    switch (ask.do) {
      case 'join':
        return seat.join(ask.callId, ask.epoch);
      case 'leave':
        return seat.leave();
      case 'mute':
        return seat.mute(ask.muted);
      case 'press':
        return seat.press(ask.digits);
    }
  }

  #led(leads: boolean): void {
    if (!leads) {
      this.#seat?.stop();
      this.#seat = null;
      this.#mirror(ASLEEP);
      this.#tabs.hello();
      return;
    }
    const before = this.#phone;
    const { token } = this.options.api;
    const { device, audio, joined } = this.options;
    const seat = new Seat({
      token,
      device,
      audio,
      joined,
      onChange: (state) => {
        this.#mirror(state);
        this.#tabs.show(state);
      },
    });
    this.#seat = seat;
    this.#mirror(seat.state);
    this.#tabs.show(seat.state);
    this.#again();
    // The tab that was the phone is gone, or this is it, loaded again.
    void this.options.resumes().then((resumes) => {
      const relieves = AWAKE.has(before.readiness.kind);
      if ((resumes || relieves) && this.#seat === seat) void seat.wake();
    });
  }

  #mirror(state: Mirrored): void {
    this.#phone = state;
    this.#show();
  }

  /** What was pressed shows at once. */
  #again(): void {
    if (this.#calls !== null)
      this.#seat?.see(callOf(this.#pressed.over(this.#calls), this.options.memberId));
    this.#show();
  }

  #readiness(): Readiness {
    if (!this.options.canCall) return { kind: 'off', why: 'not-allowed' };
    const { readiness } = this.#phone;
    return this.#seat === null && AWAKE.has(readiness.kind) ? { kind: 'elsewhere' } : readiness;
  }

  #show(): void {
    const calls = this.#pressed.over(this.#calls ?? []);
    const before = this.#shown;
    const mine = callOf(calls, this.options.memberId);
    const offers = stable(before.offers, offersTo(calls, this.options.memberId));
    const line = mine === null ? null : this.#line(mine, this.#phone.heard);
    const wrapUp = this.#wrapUps.at(Date.now());
    this.#wakeAt(wrapUp?.wrapUpUntil ?? null);
    const shown = { readiness: this.#readiness(), offers, line: same(before.line, line), wrapUp };
    const news = (Object.keys(shown) as (keyof Shown)[]).some((key) => shown[key] !== before[key]);
    if (!news) return;
    this.#shown = shown;
    this.options.onChange();
  }

  #line(call: Call, heard: Heard | null): Line {
    if (heard?.callId === call.id)
      return { call, sound: heard.sound, muted: heard.muted, weak: heard.weak };
    const coming = call.stage === 'claimed' || call.stage === 'awaiting-agent';
    const sound = !isByBrowser(call)
      ? 'none'
      : this.options.joined.get() === call.id || (coming && this.#pressed.isOurs(call.id))
        ? 'joining'
        : 'elsewhere';
    return { call, sound, muted: false, weak: null };
  }

  /** A wrap-up ends by the clock. */
  #wakeAt(until: string | null): void {
    clearTimeout(this.#wrapTimer);
    if (until !== null)
      this.#wrapTimer = setTimeout(() => this.#show(), Math.max(0, Date.parse(until) - Date.now()));
  }
}

function same(before: Line | null, after: Line | null): Line | null {
  if (before === null || after === null) return after;
  const equal =
    before.call === after.call &&
    before.sound === after.sound &&
    before.muted === after.muted &&
    before.weak === after.weak;
  return equal ? before : after;
}
