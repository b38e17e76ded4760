import type { Call } from '../api/types';
import { callOf, isByBrowser, offersTo, stable } from './derive';
import type { JoinedHere } from './JoinedHere';
import { Leadership, type Locks } from './Leadership';
import type { Line, Readiness } from './Phone';
import { PhoneActs } from './PhoneActs';
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
  joined: Pick<JoinedHere, 'get' | 'set' | 'legs' | 'add'>;
  locks: Locks | null;
  channel: Channel;
  /** Whether this tab may begin by itself: it was the phone before it was loaded again. */
  resumes(): Promise<boolean>;
  onChange(): void;
}

const AWAKE = new Set<Readiness['kind']>(['starting', 'ready', 'lost']);
const ASLEEP: Mirrored = { readiness: { kind: 'asleep' }, heard: null };

/**
 * The phone without a page: what the server says of the calls, what this browser hears, which of its tabs is the
 * phone, and what was pressed, put together.
 */
export class PhoneEngine {
  readonly acts: PhoneActs;
  readonly #leadership: Leadership;
  readonly #tabs: Tabs;
  readonly #wrapUps = new WrapUps();
  readonly #pressed: Pressed;
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
    this.acts = new PhoneActs({
      api: options.api,
      pressed: this.#pressed,
      wrapUps: this.#wrapUps,
      shown: () => this.#shown,
      isReady: () => this.#seat?.state.readiness.kind === 'ready',
      lead: () => this.#lead(),
      takeOver: () => this.#leadership.steal(),
      ask: (ask) => this.#ask(ask),
      wrapped: (callId) => this.#tabs.wrapped(callId),
      muteThere: (muted) => this.#muteThere(muted),
      learn: (call) => this.learn(call),
      onPressed: () => this.#again(),
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
    await this.#lead();
    await this.#seat?.wake();
  }

  /** This tab is the phone, unless another is and is awake. */
  async #lead(): Promise<void> {
    if (!this.options.canCall || this.#seat !== null) return;
    if (!AWAKE.has(this.#phone.readiness.kind)) await this.#leadership.steal();
  }

  /** A call that is spoken in the other tab comes along: that one hangs up, this one joins by {@link JoinedHere}. */
  async useHere(): Promise<void> {
    await this.#leadership.steal();
    await this.#seat?.wake();
  }

  #muteThere(muted: boolean): void {
    const { heard } = this.#phone;
    if (this.#seat === null && heard !== null)
      this.#mirror({ ...this.#phone, heard: { ...heard, muted } });
  }

  #ask(ask: Ask): Promise<void> {
    if (!this.options.canCall) return Promise.reject(new TabError(false, 'There is no phone'));
    return this.#seat === null ? this.#tabs.ask(ask) : this.#do(this.#seat, ask);
  }

  async #do(seat: Seat, ask: Ask): Promise<void> {
    switch (ask.do) {
      case 'ready':
        return seat.ready();
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
    this.#tabs.takeOver();
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
