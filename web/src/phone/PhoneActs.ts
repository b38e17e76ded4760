import { UnreachableError } from '../api/problem';
import type { Call } from '../api/types';
import { BlockedError } from './BlockedError';
import type { Blocked, Wish } from './Phone';
import type { Shown } from './PhoneEngine';
import type { Pressed } from './Pressed';
import type { PhoneApi } from './phoneApi';
import { type Ask, TabError } from './Tabs';
import { UnreachedError } from './UnreachedError';
import type { WrapUps } from './WrapUps';

/** What the acts need of the phone whose they are. */
export interface ActsOf {
  api: PhoneApi;
  pressed: Pressed;
  wrapUps: WrapUps;
  shown(): Shown;
  /** This tab is the phone, and is registered at Twilio. What is known of another tab may be old. */
  isReady(): boolean;
  /** Makes this tab the phone, unless another is and is awake. */
  lead(): Promise<void>;
  /** Makes this tab the phone. */
  takeOver(): Promise<void>;
  /** Asks whichever tab is the phone. */
  ask(ask: Ask): Promise<void>;
  /** Tells the other tabs that a call is written up. */
  wrapped(callId: string): void;
  /** Mutes what another tab is heard with, before it says so. */
  muteThere(muted: boolean): void;
  learn(call: Call): void;
  /** Something was pressed, or what was is taken back. */
  onPressed(): void;
}

/** So long the socket has to tell of a call that was just placed. */
const TO_APPEAR_MS = 3_000;

/** What is pressed on the phone: shown at once, asked of the server, and taken back with its sentence when refused. */
export class PhoneActs {
  readonly #dialing = new Map<string, Promise<Call>>();
  readonly #answering = new Map<string, Promise<void>>();

  constructor(readonly phone: ActsOf) {}

  /** Two presses on the same are one: until the call is there, they get the same answer. */
  dial(wish: Wish): Promise<Call> {
    const press = JSON.stringify([wish.to, wish.from, wish.contactId, wish.via]);
    return once(this.#dialing, press, () => this.#dial(wish));
  }

  async #dial(wish: Wish): Promise<Call> {
    const { api, pressed } = this.phone;
    if (wish.via !== 'phone' && !this.phone.isReady()) await this.#getReady();
    const key = crypto.randomUUID();
    const call = await api.place(wish, key).catch((error: unknown) => {
      // Whether it was placed is unknown. By the same key it is placed once.
      if (error instanceof UnreachableError) return api.place(wish, key);
      throw error;
    });
    pressed.dialed(call);
    this.phone.onPressed();
    setTimeout(() => void this.#lookFor(call.id), TO_APPEAR_MS);
    if (wish.via !== 'phone') void this.#join(call.id, null).catch(() => {}); // the line says so
    return call;
  }

  /** A call may end before its answer is here: then no event of it follows. */
  async #lookFor(callId: string): Promise<void> {
    if (!this.phone.pressed.awaits(callId)) return;
    const call = await this.phone.api.read(callId).catch(() => null);
    if (call?.endedAt) {
      this.phone.learn(call);
      this.phone.onPressed();
    }
  }

  answer(callId: string): Promise<void> {
    return once(this.#answering, callId, () => this.#answer(callId));
  }

  async #answer(callId: string): Promise<void> {
    if (!this.phone.isReady()) {
      await this.#getReady();
      if (!this.#rings(callId)) return; // gone meanwhile: its card says to whom
    }
    const claim = this.phone.api.accept(callId); // on its way before anything is drawn anew
    this.phone.pressed.answered(callId);
    this.phone.onPressed();
    const epoch = await this.#orBack(callId, () => claim);
    await this.#join(callId, epoch);
  }

  #rings(callId: string): boolean {
    return this.phone.shown().offers.some(({ id }) => id === callId);
  }

  /**
   * Before a call is claimed, which then nobody else can take, or somebody is called: the browser is let in by Twilio.
   * What was in the way may be gone, so it is tried again. Else nobody is called in vain, and a call rings on.
   *
   * @throws BlockedError, UnreachedError
   */
  async #getReady(): Promise<void> {
    try {
      await this.#askPhone({ do: 'ready' });
    } catch (error) {
      const blocked = this.#blocked();
      if (blocked) throw new BlockedError(blocked);
      throw error instanceof TabError ? new UnreachedError() : error;
    }
  }

  #blocked(): Blocked | null {
    const { readiness } = this.phone.shown();
    return readiness.kind === 'blocked' ? readiness.why : null;
  }

  async decline(callId: string): Promise<void> {
    this.phone.pressed.declined(callId);
    this.phone.onPressed();
    await this.#orBack(callId, () => this.phone.api.decline(callId));
  }

  /** Takes back what was pressed on a call when the server refuses it. */
  async #orBack<T>(callId: string, act: () => Promise<T>): Promise<T> {
    try {
      return await act();
    } catch (error) {
      this.phone.pressed.forget(callId);
      this.phone.onPressed();
      throw error;
    }
  }

  /** The server ends every leg. Should it not answer, this browser leaves by itself, which ends the call too. */
  async hangUp(): Promise<void> {
    const call = this.phone.shown().line?.call;
    if (!call) return;
    try {
      await this.phone.api.hangUp(call.id);
    } finally {
      void this.phone.ask({ do: 'leave' }).catch(() => {});
    }
  }

  mute(muted: boolean): void {
    this.phone.muteThere(muted);
    void this.phone.ask({ do: 'mute', muted }).catch(() => {});
  }

  press(digits: string): void {
    void this.phone.ask({ do: 'press', digits }).catch(() => {});
  }

  async pauseRecording(paused: boolean): Promise<void> {
    const call = this.phone.shown().line?.call;
    if (call) await this.phone.api.pauseRecording(call.id, paused);
  }

  async finish(): Promise<void> {
    const { api, wrapUps } = this.phone;
    const call = this.phone.shown().wrapUp;
    if (call === null) return;
    wrapUps.done(call.id);
    this.phone.onPressed();
    try {
      if (call.wrapUpUntil !== null) await api.wrapUp(call.id, 0);
      this.phone.wrapped(call.id);
    } catch (error) {
      wrapUps.again(call);
      this.phone.onPressed();
      throw error;
    }
  }

  async prolong(seconds: number): Promise<void> {
    const call = this.phone.shown().wrapUp;
    if (call !== null) this.phone.learn(await this.phone.api.wrapUp(call.id, seconds));
  }

  /** Connects the sound. */
  #join(callId: string, epoch: number | null): Promise<void> {
    return this.#askPhone({ do: 'join', callId, epoch });
  }

  /** Asks whichever tab is the phone; one that sleeps is relieved. */
  async #askPhone(ask: Ask): Promise<void> {
    try {
      await this.phone.lead();
      await this.phone.ask(ask);
    } catch (error) {
      if (!(error instanceof TabError && error.silent)) throw error;
      await this.phone.takeOver();
      await this.phone.ask(ask);
    }
  }
}

/** Pressed again before it is done, it is the same press. */
function once<T>(running: Map<string, Promise<T>>, key: string, act: () => Promise<T>): Promise<T> {
  const before = running.get(key);
  if (before) return before;
  const begun = act().finally(() => running.delete(key));
  running.set(key, begun);
  return begun;
}
