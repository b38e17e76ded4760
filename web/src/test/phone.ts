import type { Call, VoiceToken } from '../api/types';
import type { Locks } from '../phone/Leadership';
import type { PhoneApi } from '../phone/phoneApi';
import type { SdkCall, SdkDevice } from '../phone/sdkTypes';
import type { Channel } from '../phone/Tabs';

export const ME = 'member-Ann';

export function callWith(change: Partial<Call>): Call {
  return {
    id: 'call-1',
    direction: 'inbound',
    via: 'number',
    stage: 'offered',
    status: 'ringing',
    outcome: null,
    endReason: null,
    errorCode: null,
    from: '+14155550142',
    to: '+14155550100',
    callerName: null,
    numberId: null,
    contactId: null,
    contactName: null,
    memberId: null,
    memberName: null,
    epoch: 0,
    offeredTo: [ME],
    declinedBy: [],
    ringUntil: null,
    conference: null,
    recorded: false,
    recordingPaused: false,
    recordingUrl: null,
    wrapUpUntil: null,
    createdAt: '2026-11-20T10:00:00Z',
    offeredAt: '2026-11-20T10:00:00Z',
    answeredAt: null,
    endedAt: null,
    durationSeconds: null,
    waitSeconds: null,
    price: null,
    priceUnit: null,
    disposition: null,
    notes: '',
    tags: [],
    ...change,
  };
}

export const talking = (change: Partial<Call> = {}): Call =>
  callWith({ stage: 'talking', status: 'in-progress', memberId: ME, epoch: 1, ...change });

class Emitter {
  readonly #listeners = new Map<string, ((...args: never[]) => void)[]>();

  on(event: string, listener: (...args: never[]) => void): void {
    this.#listeners.set(event, [...(this.#listeners.get(event) ?? []), listener]);
  }

  emit(event: string, ...args: unknown[]): void {
    for (const listener of this.#listeners.get(event) ?? []) listener(...(args as never[]));
  }
}

export class FakeCall extends Emitter implements SdkCall {
  readonly customParameters = new Map<string, string>();
  readonly parameters: Record<string, string> = {};
  readonly did: string[] = [];
  over = false;
  #open = false;

  status(): string {
    return this.#open ? 'open' : 'connecting';
  }

  answered(): void {
    this.#open = true;
    this.emit('accept', this);
  }

  accept(): void {
    this.did.push('accept');
    this.answered();
  }

  reject(): void {
    this.did.push('reject');
  }

  disconnect(): void {
    if (this.over) return;
    this.over = true;
    this.did.push('disconnect');
    this.emit('disconnect', this);
  }

  mute(muted: boolean): void {
    this.did.push(`mute ${muted}`);
  }

  sendDigits(digits: string): void {
    this.did.push(`digits ${digits}`);
  }
}

export class FakeDevice extends Emitter implements SdkDevice {
  state = 'unregistered';
  readonly audio = null;
  readonly tokens: string[];
  readonly connected: Record<string, string>[] = [];
  readonly calls: FakeCall[] = [];
  destroyed = false;
  registers = 0;
  /** What becomes of registering; a refused token leaves it open. */
  answers: 'ready' | 'silence' | 'refusal' = 'ready';
  /** What Twilio calls the next legs. */
  callSid = '';

  constructor(token: string) {
    super();
    this.tokens = [token];
  }

  get isBusy(): boolean {
    return this.calls.some(({ over }) => !over);
  }

  async register(): Promise<void> {
    this.registers++;
    this.state = 'registering';
    if (this.answers === 'ready') this.come();
    if (this.answers === 'refusal') this.emit('error', { code: 20101 });
  }

  come(): void {
    this.state = 'registered';
    this.emit('registered');
  }

  drop(): void {
    this.state = 'unregistered';
    this.emit('unregistered');
  }

  updateToken(token: string): void {
    this.tokens.push(token);
  }

  async connect({ params }: { params: Record<string, string> }): Promise<SdkCall> {
    const call = new FakeCall();
    if (this.callSid) call.parameters.CallSid = this.callSid;
    this.connected.push(params);
    this.calls.push(call);
    queueMicrotask(() => call.answered());
    return call;
  }

  destroy(): void {
    this.destroyed = true;
    this.drop();
    for (const call of this.calls) call.disconnect();
  }
}

interface Request {
  held(): Promise<void>;
  give(error: Error | null): void;
}

/** One lock, as `navigator.locks` gives it: in order, unless it is stolen. */
export class FakeLocks implements Locks {
  #holder: Request | null = null;
  #queue: Request[] = [];

  request(
    _name: string,
    { steal = false, signal }: { steal?: boolean; signal?: AbortSignal },
    held: () => Promise<void>,
  ): Promise<void> {
    return new Promise((resolve, reject) => {
      const request: Request = { held, give: (error) => (error ? reject(error) : resolve()) };
      signal?.addEventListener('abort', () => {
        if (!this.#queue.includes(request)) return;
        this.#queue = this.#queue.filter((other) => other !== request);
        reject(new DOMException('aborted', 'AbortError'));
      });
      if (steal) {
        const robbed = this.#holder;
        this.#hold(request);
        robbed?.give(new DOMException('stolen', 'AbortError'));
      } else {
        this.#queue.push(request);
        queueMicrotask(() => this.#next());
      }
    });
  }

  #hold(request: Request): void {
    this.#holder = request;
    queueMicrotask(() =>
      request.held().then(() => {
        if (this.#holder !== request) return;
        this.#holder = null;
        request.give(null);
        this.#next();
      }),
    );
  }

  #next(): void {
    if (this.#holder !== null) return;
    const next = this.#queue.shift();
    if (next) this.#hold(next);
  }
}

/** What one tab says, the others hear; a deaf one is asleep. */
export class FakeAir {
  readonly #channels: (Channel & { deaf: boolean })[] = [];

  open(): Channel & { deaf: boolean } {
    const others = () => this.#channels.filter((other) => other !== channel && !other.deaf);
    const channel: Channel & { deaf: boolean } = {
      deaf: false,
      onmessage: null,
      postMessage(message) {
        const data = structuredClone(message);
        for (const other of others()) queueMicrotask(() => other.onmessage?.({ data }));
      },
      close: () => {
        this.#channels.splice(this.#channels.indexOf(channel), 1);
      },
    };
    this.#channels.push(channel);
    return channel;
  }
}

/** A server that says yes, and keeps what it was asked. */
export class FakeApi implements PhoneApi {
  readonly asked: string[] = [];
  readonly keys: string[] = [];
  readonly lifeSeconds = 3600;
  refuses: Error | null = null;

  #do<T>(what: string, answer: T): Promise<T> {
    this.asked.push(what);
    return this.refuses === null ? Promise.resolve(answer) : Promise.reject(this.refuses);
  }

  token = (): Promise<VoiceToken> =>
    this.#do('token', {
      token: `token-${this.asked.length}`,
      identity: 'w_m',
      expiresAt: new Date(Date.now() + this.lifeSeconds * 1000).toISOString(),
      environment: 'simulator' as VoiceToken['environment'],
    });

  place = ({ to, via }: { to: string; via?: string | undefined }, key: string): Promise<Call> => {
    this.keys.push(key);
    return this.#do(
      `place ${to}`,
      callWith({
        id: `out-${new Set(this.keys).size}`,
        direction: 'outbound',
        via: (via ?? 'browser') as Call['via'],
        stage: 'awaiting-agent',
        memberId: ME,
        offeredTo: [],
      }),
    );
  };

  accept = (id: string): Promise<number> => this.#do(`accept ${id}`, 1);
  read = (id: string): Promise<Call> => this.#do(`read ${id}`, callWith({ id }));
  decline = (id: string): Promise<void> => this.#do(`decline ${id}`, undefined);
  hangUp = (id: string): Promise<void> => this.#do(`hang-up ${id}`, undefined);
  wrapUp = (id: string, seconds: number): Promise<Call> =>
    this.#do(`wrap-up ${id} ${seconds}`, callWith({ id }));
  pauseRecording = (id: string, paused: boolean): Promise<Call> =>
    this.#do(`pause ${id} ${paused}`, callWith({ id }));
}
