import type { Readiness } from './Phone';
import type { Heard } from './Voice';

/** What the tab that is the phone shows the others. */
export interface Mirrored {
  readiness: Readiness;
  heard: Heard | null;
}

/** What another tab wants of the tab that is the phone. */
export type Ask =
  | { do: 'ready' }
  | { do: 'join'; callId: string; epoch: number | null }
  | { do: 'leave' }
  | { do: 'mute'; muted: boolean }
  | { do: 'press'; digits: string };

type Message =
  | { kind: 'hello' }
  | { kind: 'state'; state: Mirrored; by: string }
  | { kind: 'ask'; id: string; ask: Ask }
  | { kind: 'taken'; id: string; by: string }
  | { kind: 'done'; id: string; failed: string | null }
  | { kind: 'wrapped'; callId: string };

export interface Channel {
  postMessage(message: unknown): void;
  onmessage: ((event: { data: unknown }) => void) | null;
  close(): void;
}

/** A tab in the background may sleep; longer than this nobody waits for it to say that it has heard. */
const PATIENCE_MS = 2_500;

/** The asked tab did not hear, has gone since, or could not. */
export class TabError extends Error {
  override readonly name = 'TabError';

  constructor(
    /** Nobody does it any more: another tab may. */
    readonly silent: boolean,
    message: string,
  ) {
    super(message);
  }
}

interface Waiting {
  resolve(): void;
  reject(error: TabError): void;
  timer: ReturnType<typeof setTimeout>;
  /** The tab that has said that it does it; it takes as long as it takes. */
  takenBy: string | null;
}

/** The tabs of one member in one browser, talking to each other. */
export class Tabs {
  readonly #me = crypto.randomUUID();
  readonly #waiting = new Map<string, Waiting>();

  constructor(
    readonly channel: Channel,
    readonly on: {
      /** Somebody wants to know; only whoever is the phone answers. */
      hello(): void;
      state(state: Mirrored): void;
      /** Resolves when done; null where this tab is not the phone. */
      ask(ask: Ask): Promise<void> | null;
      wrapped(callId: string): void;
    },
  ) {
    channel.onmessage = ({ data }) => this.#hear(data as Message);
  }

  hello(): void {
    this.#say({ kind: 'hello' });
  }

  show(state: Mirrored): void {
    this.#say({ kind: 'state', state, by: this.#me });
  }

  wrapped(callId: string): void {
    this.#say({ kind: 'wrapped', callId });
  }

  /**
   * Waits for the end of what it asks for, once a tab has said that it does it.
   *
   * @throws TabError
   */
  ask(ask: Ask): Promise<void> {
    const id = crypto.randomUUID();
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.#giveUp(id), PATIENCE_MS);
      this.#waiting.set(id, { resolve, reject, timer, takenBy: null });
      this.#say({ kind: 'ask', id, ask });
    });
  }

  /** This tab is the phone now: what others were asked for, they do not do. */
  takeOver(): void {
    for (const id of [...this.#waiting.keys()]) this.#giveUp(id);
  }

  close(): void {
    this.channel.onmessage = null;
    this.channel.close();
    for (const { timer } of this.#waiting.values()) clearTimeout(timer);
    this.#waiting.clear();
  }

  #say(message: Message): void {
    this.channel.postMessage(message);
  }

  #hear(message: Message): void {
    switch (message.kind) {
      case 'hello':
        this.on.hello();
        break;
      case 'state':
        this.#leftBehind(message.by);
        this.on.state(message.state);
        break;
      case 'wrapped':
        this.on.wrapped(message.callId);
        break;
      case 'ask':
        this.#asked(message.id, message.ask);
        break;
      case 'taken':
        this.#taken(message.id, message.by);
        break;
      case 'done':
        this.#done(message.id, message.failed);
    }
  }

  #asked(id: string, ask: Ask): void {
    const doing = this.on.ask(ask);
    if (doing === null) return;
    this.#say({ kind: 'taken', id, by: this.#me });
    doing.then(
      () => this.#say({ kind: 'done', id, failed: null }),
      (error: unknown) => this.#say({ kind: 'done', id, failed: String(error) }),
    );
  }

  #taken(id: string, by: string): void {
    const waiting = this.#waiting.get(id);
    if (!waiting) return;
    clearTimeout(waiting.timer);
    waiting.takenBy = by;
  }

  /** Only the phone shows its state: whoever was it before, and took something, is it no more. */
  #leftBehind(phone: string): void {
    for (const [id, { takenBy }] of [...this.#waiting])
      if (takenBy !== null && takenBy !== phone) this.#giveUp(id);
  }

  #giveUp(id: string): void {
    const waiting = this.#waiting.get(id);
    if (!waiting) return;
    this.#waiting.delete(id);
    clearTimeout(waiting.timer);
    waiting.reject(new TabError(true, 'The other tab does not do it'));
  }

  #done(id: string, failed: string | null): void {
    const waiting = this.#waiting.get(id);
    if (!waiting) return;
    this.#waiting.delete(id);
    clearTimeout(waiting.timer);
    if (failed === null) waiting.resolve();
    else waiting.reject(new TabError(false, failed));
  }
}
