import type { Line } from './Phone';
import type { SdkCall, SdkDevice } from './sdkTypes';

/** What is heard of one call in this browser. */
export interface Heard {
  callId: string;
  sound: Exclude<Line['sound'], 'none' | 'elsewhere'>;
  muted: boolean;
  weak: Line['weak'];
}

/** Warnings of the SDK that mean that somebody may hear gaps; others speak of silence. */
const OF_THE_LINE = new Set([
  'high-rtt',
  'low-mos',
  'high-jitter',
  'high-packet-loss',
  'high-packets-lost-fraction',
  'low-bytes-received',
  'low-bytes-sent',
  'ice-connectivity-lost',
]);

interface Sample {
  packetsLostFraction?: number;
}

/** The sound of a call in this browser: one at a time. */
export class Voice {
  #heard: Heard | null = null;
  #call: SdkCall | null = null;
  readonly #warnings = new Set<string>();

  /**
   * @param onChange what is heard now
   * @param onEnded the sound of this call ended, by whomever
   * @param onLeg what Twilio calls the leg by which this browser has come
   */
  constructor(
    readonly onChange: (heard: Heard | null) => void,
    readonly onEnded: (callId: string) => void = () => {},
    readonly onLeg: (callSid: string) => void = () => {},
  ) {}

  get heard(): Heard | null {
    return this.#heard;
  }

  /**
   * Connects to a call; again, to the same one, is harmless.
   *
   * @param before where this browser comes back by itself: the legs by which it was there
   */
  async join(
    device: SdkDevice,
    callId: string,
    epoch: number | null,
    before: readonly string[] = [],
  ): Promise<void> {
    if (this.#heard?.callId === callId) return;
    this.leave();
    this.#show({ callId, sound: 'joining', muted: false, weak: null });
    const params: Record<string, string> =
      epoch === null ? { callId } : { callId, epoch: String(epoch) };
    if (before.length > 0) params.before = before.join(' ');
    try {
      const call = await device.connect({ params });
      if (this.#heard?.callId === callId && this.#call === null) this.#follow(call, callId);
      else call.disconnect(); // left meanwhile
    } catch (error) {
      if (this.#heard?.callId === callId) this.#ended(callId);
      throw error;
    }
  }

  /** Takes a call that the server rings this browser with. */
  take(call: SdkCall, callId: string): void {
    if (this.#heard?.callId === callId) {
      call.reject();
      return;
    }
    this.leave();
    this.#show({ callId, sound: 'joining', muted: false, weak: null });
    this.#follow(call, callId);
    call.accept();
  }

  leave(): void {
    const call = this.#call;
    this.#call = null;
    this.#warnings.clear();
    if (this.#heard !== null) this.#show(null);
    call?.disconnect();
  }

  mute(muted: boolean): void {
    if (this.#heard === null) return;
    this.#call?.mute(muted);
    this.#show({ ...this.#heard, muted });
  }

  press(digits: string): void {
    this.#call?.sendDigits(digits);
  }

  #follow(call: SdkCall, callId: string): void {
    this.#call = call;
    const mine = (then: () => void) => () => {
      if (this.#call === call) then();
    };
    if (this.#heard?.muted) call.mute(true);
    call.on(
      'accept',
      mine(() => this.#in(call)),
    );
    call.on(
      'reconnecting',
      mine(() => this.#sounds('broken')),
    );
    call.on(
      'reconnected',
      mine(() => this.#sounds('in')),
    );
    for (const end of ['disconnect', 'cancel', 'reject'])
      call.on(
        end,
        mine(() => this.#ended(callId)),
      );
    call.on('warning', (name: string) => this.#warned(call, name, true));
    call.on('warning-cleared', (name: string) => this.#warned(call, name, false));
    call.on('sample', (sample: Sample) => {
      if (this.#call === call) this.#sampled(sample);
    });
    if (call.status() === 'open') this.#in(call);
  }

  #in(call: SdkCall): void {
    const { CallSid } = call.parameters;
    if (CallSid) this.onLeg(CallSid);
    this.#sounds('in');
  }

  #sounds(sound: Heard['sound']): void {
    if (this.#heard !== null) this.#show({ ...this.#heard, sound });
  }

  #warned(call: SdkCall, name: string, on: boolean): void {
    if (this.#call !== call || this.#heard === null || !OF_THE_LINE.has(name)) return;
    if (on) this.#warnings.add(name);
    else this.#warnings.delete(name);
    const weak = this.#warnings.size === 0 ? null : (this.#heard.weak ?? { lossPercent: null });
    if (weak !== this.#heard.weak) this.#show({ ...this.#heard, weak });
  }

  #sampled({ packetsLostFraction }: Sample): void {
    const weak = this.#heard?.weak;
    if (!this.#heard || !weak || packetsLostFraction === undefined) return;
    const lossPercent = Math.round(packetsLostFraction);
    if (lossPercent !== weak.lossPercent) this.#show({ ...this.#heard, weak: { lossPercent } });
  }

  #ended(callId: string): void {
    this.#call = null;
    this.#warnings.clear();
    this.#show(null);
    this.onEnded(callId);
  }

  #show(heard: Heard | null): void {
    this.#heard = heard;
    this.onChange(heard);
  }
}
