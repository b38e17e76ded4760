import type { VoiceToken } from '../api/types';
import { backoff } from '../realtime/backoff';
import type { Blocked } from './Phone';
import type { SdkCall, SdkDevice, SdkError } from './sdkTypes';

export type LinkState =
  | { kind: 'starting' }
  | { kind: 'ready' }
  | { kind: 'lost'; since: string }
  | { kind: 'blocked'; why: Blocked; code?: number };

export interface LinkOptions {
  token(): Promise<VoiceToken>;
  /** Null where this browser can not. */
  device(token: string): Promise<SdkDevice | null>;
  onState(state: LinkState): void;
  onIncoming(call: SdkCall): void;
  /** Whether a request was refused for good, so that asking again is in vain. */
  isRefusal?(error: unknown): boolean;
  random?(): number;
}

/** Twilio does not take the token: https://www.twilio.com/docs/api/errors (201xx). */
const TOKEN_REFUSED = new Set([
  20101, 20102, 20103, 20104, 20151, 20157, 31201, 31202, 31204, 31205, 31207,
]);
const TOKEN_TRIES = 2;
/** `setTimeout` takes no longer ones. */
const LONGEST_MS = 2 ** 31 - 1;

/**
 * This browser's registration at Twilio: made, kept, and mended. The token is renewed by our own timer, after four
 * fifths of its life: the SDK's `tokenWillExpire` is not told in a tab that slept (twilio-voice.js issues 85 and 93).
 */
export class Link {
  #device: SdkDevice | null = null;
  #state: LinkState = { kind: 'starting' };
  #expiresAt = 0;
  #renewTimer: ReturnType<typeof setTimeout> | undefined;
  #retryTimer: ReturnType<typeof setTimeout> | undefined;
  #attempt = 0;
  #refusals = 0;
  #renewing: Promise<void> | null = null;
  #stopped = false;

  constructor(readonly options: LinkOptions) {}

  get device(): SdkDevice | null {
    return this.#device;
  }

  get state(): LinkState {
    return this.#state;
  }

  /** Begins; what becomes of it is told by `onState`. */
  async start(): Promise<void> {
    this.#to({ kind: 'starting' });
    await this.#renew();
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#renewTimer);
    clearTimeout(this.#retryTimer);
    this.#device?.destroy();
    this.#device = null;
  }

  /** The machine slept, or the network is back: timers may be late, so look at once. */
  look(): void {
    if (this.#stopped || this.#state.kind === 'blocked') return;
    if (this.#isDue()) void this.#renew();
    else if (this.#state.kind === 'lost') this.#tryNow();
  }

  #isDue = (): boolean => this.#renewAt <= Date.now();
  #renewAt = Number.POSITIVE_INFINITY;

  #renew(): Promise<void> {
    this.#renewing ??= this.#fetchAndUse().finally(() => {
      this.#renewing = null;
    });
    return this.#renewing;
  }

  async #fetchAndUse(): Promise<void> {
    try {
      const { token, expiresAt } = await this.options.token();
      if (this.#stopped) return;
      this.#expiresAt = Date.parse(expiresAt);
      this.#renewIn((this.#expiresAt - Date.now()) * 0.8);
      await this.#use(token);
    } catch (error) {
      if (this.#stopped) return;
      if (this.options.isRefusal?.(error)) this.#to({ kind: 'blocked', why: 'refused' });
      else this.#failed();
    }
  }

  async #use(token: string): Promise<void> {
    if (this.#device !== null) {
      this.#device.updateToken(token);
      if (this.#device.state === 'unregistered') this.#register();
      return;
    }
    const device = await this.options.device(token);
    if (device === null) {
      clearTimeout(this.#renewTimer);
      this.#to({ kind: 'blocked', why: 'unsupported' });
      return;
    }
    if (this.#stopped) {
      device.destroy();
      return;
    }
    this.#device = device;
    const current = (then: () => void) => () => {
      if (this.#device === device) then();
    };
    device.on(
      'registered',
      current(() => this.#registered()),
    );
    device.on(
      'unregistered',
      current(() => this.#lost()),
    );
    device.on('error', (error: SdkError) => current(() => this.#error(error))());
    device.on('incoming', (call: SdkCall) => this.options.onIncoming(call));
    this.#register();
  }

  /** Its promise stays open on a refused token; the events say everything. */
  #register(): void {
    this.#device?.register().catch(() => this.#lost());
  }

  #registered(): void {
    if (this.#stopped) return;
    this.#attempt = 0;
    this.#refusals = 0;
    clearTimeout(this.#retryTimer);
    this.#to({ kind: 'ready' });
  }

  #error({ code }: SdkError): void {
    if (this.#stopped || code === undefined || !TOKEN_REFUSED.has(code)) return;
    this.#refusals++;
    if (this.#refusals > TOKEN_TRIES) {
      clearTimeout(this.#retryTimer);
      clearTimeout(this.#renewTimer);
      this.#to({ kind: 'blocked', why: 'refused', code });
      return;
    }
    this.#renewAt = 0; // another token, at the next attempt
    // The SDK's own registering stays open for ever then; one that carries a call is kept for it.
    if (this.#device !== null && !this.#device.isBusy) {
      const device = this.#device;
      this.#device = null;
      device.destroy();
    }
    this.#lost();
  }

  #lost(): void {
    if (this.#stopped || this.#state.kind === 'blocked') return;
    if (this.#state.kind === 'ready') this.#to({ kind: 'lost', since: new Date().toISOString() });
    this.#retryLater();
  }

  #failed(): void {
    this.#renewAt = 0;
    const alive = this.#state.kind === 'ready' && this.#expiresAt > Date.now();
    if (!alive && this.#state.kind !== 'lost') {
      this.#to({ kind: 'lost', since: new Date().toISOString() });
    }
    this.#retryLater();
  }

  #retryLater(): void {
    clearTimeout(this.#retryTimer);
    this.#attempt++;
    const wait = backoff(this.#attempt, (this.options.random ?? Math.random)());
    this.#retryTimer = setTimeout(() => this.#tryNow(), wait);
  }

  #tryNow(): void {
    if (this.#stopped || this.#state.kind === 'blocked') return;
    clearTimeout(this.#retryTimer);
    if (this.#isDue() || this.#device === null) void this.#renew();
    else if (this.#device.state === 'unregistered') this.#register();
    // 'registering' is the SDK's own trying
    if (this.#device !== null && this.#state.kind !== 'ready') this.#retryLater();
  }

  #renewIn(ms: number): void {
    clearTimeout(this.#renewTimer);
    const wait = Math.min(Math.max(ms, 1_000), LONGEST_MS);
    this.#renewAt = Date.now() + wait;
    this.#renewTimer = setTimeout(() => void this.#renew(), wait);
  }

  #to(state: LinkState): void {
    if (this.#state.kind === 'lost' && state.kind === 'lost') return;
    this.#state = state;
    this.options.onState(state);
  }
}
