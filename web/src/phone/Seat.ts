import { ProblemError } from '../api/problem';
import type { Call, VoiceToken } from '../api/types';
import type { AudioDevices } from './AudioDevices';
import { BlockedError } from './BlockedError';
import type { JoinedHere } from './JoinedHere';
import { Link, type LinkState } from './Link';
import type { Readiness } from './Phone';
import { isRefusal } from './phoneApi';
import type { SdkCall, SdkDevice } from './sdkTypes';
import type { Mirrored } from './Tabs';
import { UnreachedError } from './UnreachedError';
import { Voice } from './Voice';

/** So long whoever pressed waits for the registration: less than the claim's lease. */
const TO_REGISTER_MS = 8_000;
/** The server has this long to say that a call whose sound ended has ended, before it is gone back to. */
const BACK_MS = 1_500;
const BACK_TRIES = 5;

export interface SeatOptions {
  token(): Promise<VoiceToken>;
  device(token: string): Promise<SdkDevice | null>;
  audio: Pick<AudioDevices, 'allow' | 'serve'>;
  joined: Pick<JoinedHere, 'get' | 'set' | 'legs' | 'add'>;
  onChange(state: Mirrored): void;
}

/** The phone itself, in the one tab that is it: registered at Twilio, and with the sound of the member's call. */
export class Seat {
  readonly #voice: Voice;
  #link: Link | null = null;
  #readiness: Readiness = { kind: 'asleep' };
  #waking: Promise<void> | null = null;
  #asking: Promise<void> = Promise.resolve();
  #mine: Call | null = null;
  #rung: { call: SdkCall; callId: string | null } | null = null;
  #back: ReturnType<typeof setTimeout> | undefined;
  #tries = { callId: '', left: BACK_TRIES };
  #whenReady: (() => void)[] = [];
  #stopped = false;

  constructor(readonly options: SeatOptions) {
    this.#voice = new Voice(
      () => this.#changed(),
      () => this.#goBack(BACK_MS),
      (leg) => this.options.joined.add(leg),
    );
  }

  get state(): Mirrored {
    return { readiness: this.#readiness, heard: this.#voice.heard };
  }

  get awake(): boolean {
    return ['starting', 'ready', 'lost'].includes(this.#readiness.kind);
  }

  wake(): Promise<void> {
    if (this.awake) return this.#waking ?? Promise.resolve();
    this.#waking ??= this.#wake().finally(() => {
      this.#waking = null;
    });
    return this.#waking;
  }

  /**
   * Wakes, and waits until it is registered at Twilio: however long the browser asks for the microphone, and not long
   * from then on.
   *
   * @throws BlockedError, UnreachedError
   */
  async ready(): Promise<void> {
    void this.wake();
    await this.#asking;
    this.look();
    await this.#registered();
  }

  async #wake(): Promise<void> {
    this.#to({ kind: 'starting' });
    this.#asking = this.#ask();
    await this.#asking;
    if (this.#stopped || this.#readiness.kind === 'blocked') return;
    this.#link?.stop();
    const link = new Link({
      token: () => this.#token(),
      device: this.options.device,
      onState: (state) => this.#linked(link, state),
      onIncoming: (call) => this.#ringing(call),
      isRefusal,
    });
    this.#link = link;
    await link.start();
  }

  async #ask(): Promise<void> {
    const allowed = await this.options.audio.allow();
    if (!this.#stopped && allowed !== 'allowed') this.#to({ kind: 'blocked', why: allowed });
  }

  async #token(): Promise<VoiceToken> {
    try {
      return await this.options.token();
    } catch (error) {
      if (error instanceof ProblemError && error.slug === 'twilio-not-configured')
        queueMicrotask(() => this.#off());
      throw error;
    }
  }

  #off(): void {
    this.#link?.stop();
    this.#link = null;
    if (!this.#stopped) this.#to({ kind: 'off', why: 'no-twilio' });
  }

  /** The server's word on which call is this member's; null where there is none. */
  see(mine: Call | null): void {
    this.#mine = mine;
    if (mine === null) this.options.joined.set(null);
    if (this.#rung !== null) this.#answerOwn();
    if (this.#voice.heard === null && this.#back === undefined) this.#goBack(0);
  }

  look(): void {
    this.#link?.look();
  }

  /** @throws when it can not be connected */
  async join(callId: string, epoch: number | null): Promise<void> {
    await this.ready();
    const device = this.#link?.device;
    if (!device) throw new UnreachedError();
    this.options.joined.set(callId);
    await this.#voice.join(device, callId, epoch);
  }

  leave(): void {
    this.options.joined.set(null);
    this.#voice.leave();
  }

  mute(muted: boolean): void {
    this.#voice.mute(muted);
  }

  press(digits: string): void {
    this.#voice.press(digits);
  }

  /** This tab is not the phone any more. The browser still is: who comes next goes on with the call. */
  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#back);
    this.#voice.leave();
    this.#link?.stop();
    this.#link = null;
    void this.options.audio.serve(null);
  }

  #registered(): Promise<void> {
    if (this.#readiness.kind === 'ready') return Promise.resolve();
    if (!this.awake) return Promise.reject(this.#notReady());
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new UnreachedError()), TO_REGISTER_MS);
      this.#whenReady.push(() => {
        clearTimeout(timer);
        if (this.#readiness.kind === 'ready') resolve();
        else reject(this.#notReady());
      });
    });
  }

  #notReady(): Error {
    const { readiness } = this.state;
    return readiness.kind === 'blocked' ? new BlockedError(readiness.why) : new UnreachedError();
  }

  #linked(link: Link, state: LinkState): void {
    if (this.#link !== link || this.#stopped) return;
    this.#to(state);
    if (state.kind === 'ready') {
      void this.options.audio.serve(link.device);
      if (this.#voice.heard === null) this.#goBack(0);
    }
  }

  /** The server rings this browser: with the member's own call, or not at all. */
  #ringing(call: SdkCall): void {
    this.#rung = { call, callId: call.customParameters.get('callId') ?? null };
    call.on('cancel', () => {
      if (this.#rung?.call === call) this.#rung = null;
    });
    this.#answerOwn();
  }

  #answerOwn(): void {
    const rung = this.#rung;
    const mine = this.#mine;
    if (rung === null || mine === null) return;
    const own = rung.callId === null ? mine.via === 'api' : rung.callId === mine.id;
    if (!own) return;
    this.#rung = null;
    this.options.joined.set(mine.id);
    this.#voice.take(rung.call, mine.id);
  }

  /** After a reload, or when the line broke for good: the call goes on, so this browser goes back to it. */
  #goBack(after: number): void {
    clearTimeout(this.#back);
    this.#back = undefined;
    const mine = this.#mine;
    if (this.#stopped || mine === null || this.options.joined.get() !== mine.id) return;
    if (this.#tries.callId !== mine.id) this.#tries = { callId: mine.id, left: BACK_TRIES };
    if (this.#tries.left === 0) {
      this.options.joined.set(null); // another machine of the member's has it
      this.#changed();
      return;
    }
    this.#back = setTimeout(() => {
      this.#back = undefined;
      const device = this.#link?.device;
      const still = this.#mine?.id === mine.id && this.options.joined.get() === mine.id;
      if (!still || !device || this.#voice.heard !== null || this.#readiness.kind !== 'ready')
        return;
      this.#tries.left--;
      const epoch = mine.epoch > 0 ? mine.epoch : null;
      this.#voice.join(device, mine.id, epoch, this.options.joined.legs()).catch(() => {});
    }, after);
  }

  #to(readiness: Readiness): void {
    this.#readiness = readiness;
    if (readiness.kind !== 'starting' && readiness.kind !== 'lost')
      for (const resolve of this.#whenReady.splice(0)) resolve();
    this.#changed();
  }

  #changed(): void {
    if (!this.#stopped) this.options.onChange(this.state);
  }
}
