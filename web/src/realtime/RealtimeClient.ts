import { backoff } from './backoff';
import { CloseCode, parseFrame, type RealtimeEvent, type SnapshotFrame } from './frames';
import { Sequence } from './sequence';

/** What the core needs of a WebSocket; a test gives it a fake one. */
export interface Socket {
  send(text: string): void;
  close(): void;
  onmessage: ((message: { data: unknown }) => void) | null;
  onclose: ((close: { code: number }) => void) | null;
}

export type ConnectionState =
  | { status: 'idle' }
  | { status: 'connecting' }
  | { status: 'open' }
  /** Lost since `since`; tries again at `retryAt`, or is trying now when that is past. Epoch milliseconds. */
  | { status: 'lost'; since: number; retryAt: number }
  /** Ended by the server for good. */
  | { status: 'ended'; why: 'signed-out' | 'not-a-member' };

export interface RealtimeOptions {
  /** The last event before anything was read that events keep true; without it the client begins with a snapshot. */
  after?: number | undefined;
  /** Opens a socket that resumes after number `after`, or asks for a snapshot when it is undefined. */
  open(after: number | undefined): Socket;
  onEvent(event: RealtimeEvent): void;
  /** Everything known before is replaced by this; whatever a snapshot does not hold is to be read again. */
  onSnapshot(snapshot: SnapshotFrame): void;
  onState(state: ConnectionState): void;
  random?: () => number;
}

/** Until `hello` says how often the server speaks. */
const PATIENCE_BEFORE_HELLO_MS = 10_000;
/** How long a probed server may take to answer. */
const PROBE_MS = 4_000;
/** After so many resumptions without one event delivered, a snapshot is asked for instead. */
const VAIN_RESUMPTIONS = 3;

/**
 * Keeps one workspace's event socket open and its events in order (api/events.md). It knows
 * nothing of React or of the DOM: the page tells it when the network may have changed.
 */
export class RealtimeClient {
  readonly #options: RealtimeOptions;
  readonly #sequence: Sequence;
  #socket: Socket | undefined;
  #state: ConnectionState = { status: 'idle' };
  #attempts = 0;
  #vainResumptions = 0;
  #patience = PATIENCE_BEFORE_HELLO_MS;
  #retryTimer: ReturnType<typeof setTimeout> | undefined;
  #silenceTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: RealtimeOptions) {
    this.#options = options;
    this.#sequence = new Sequence(options.after);
  }

  get state(): ConnectionState {
    return this.#state;
  }

  start(): void {
    if (this.#state.status !== 'idle') return;
    this.#become({ status: 'connecting' });
    this.#connect();
  }

  stop(): void {
    this.#drop();
    this.#become({ status: 'idle' });
  }

  /** The network may be back (online event, tab in front again): try now, or make sure of the socket. */
  wake(): void {
    if (this.#state.status === 'lost') {
      this.#attempts = 0;
      this.#connect();
    } else if (this.#state.status === 'open') this.probe();
  }

  /** The network may be gone: ask the server for a sign of life, and give it only seconds to answer. */
  probe(): void {
    if (this.#state.status !== 'open') return;
    this.#socket?.send('{"type":"ping"}');
    this.#expectFrameWithin(PROBE_MS, () => this.#lose());
  }

  #connect(): void {
    this.#drop();
    this.#sequence.connecting();
    this.#patience = PATIENCE_BEFORE_HELLO_MS;
    let socket: Socket;
    try {
      socket = this.#options.open(this.#sequence.last);
    } catch {
      this.#lose();
      return;
    }
    this.#socket = socket;
    socket.onmessage = ({ data }) => {
      if (socket === this.#socket) this.#receive(data);
    };
    socket.onclose = ({ code }) => {
      if (socket === this.#socket) this.#closed(code);
    };
    this.#expectFrameWithin(this.#patience, () => this.#lose());
  }

  #receive(data: unknown): void {
    const frame = parseFrame(data);
    if (!frame) return;
    if (frame.type === 'hello') {
      this.#patience = frame.data.heartbeatSeconds * 1000 * 1.5;
      this.#become({ status: 'open' });
    }
    this.#listen();
    const verdict = this.#sequence.take(frame);
    switch (verdict.do) {
      case 'deliver':
        this.#settled();
        this.#options.onEvent(verdict.event);
        break;
      case 'replace':
        this.#settled();
        this.#options.onSnapshot(verdict.snapshot);
        break;
      case 'resync':
        this.#resync(verdict.from);
        break;
      case 'nothing':
        if (frame.type === 'heartbeat') this.#settled();
        break;
    }
  }

  #resync(from: 'last' | 'snapshot'): void {
    if (from === 'last') this.#vainResumptions += 1;
    if (from === 'snapshot' || this.#vainResumptions > VAIN_RESUMPTIONS) {
      this.#sequence.forget();
      this.#vainResumptions = 0;
    }
    this.#lose();
  }

  /** The connection has proved itself; the next loss begins with a short wait again. */
  #settled(): void {
    this.#attempts = 0;
    this.#vainResumptions = 0;
  }

  #listen(): void {
    this.#expectFrameWithin(this.#patience, () => this.probe());
  }

  #expectFrameWithin(milliseconds: number, otherwise: () => void): void {
    clearTimeout(this.#silenceTimer);
    this.#silenceTimer = setTimeout(otherwise, milliseconds);
  }

  #closed(code: number): void {
    if (code === CloseCode.sessionEnded) this.#end('signed-out');
    else if (code === CloseCode.notAMember) this.#end('not-a-member');
    else this.#lose();
  }

  #end(why: 'signed-out' | 'not-a-member'): void {
    this.#drop();
    this.#become({ status: 'ended', why });
  }

  #lose(): void {
    this.#drop();
    this.#attempts += 1;
    const wait = backoff(this.#attempts, (this.#options.random ?? Math.random)());
    const now = Date.now();
    const since = this.#state.status === 'lost' ? this.#state.since : now;
    this.#become({ status: 'lost', since, retryAt: now + wait });
    this.#retryTimer = setTimeout(() => this.#connect(), wait);
  }

  #drop(): void {
    clearTimeout(this.#retryTimer);
    clearTimeout(this.#silenceTimer);
    const socket = this.#socket;
    this.#socket = undefined;
    if (!socket) return;
    socket.onmessage = null;
    socket.onclose = null;
    socket.close();
  }

  #become(state: ConnectionState): void {
    if (state.status === this.#state.status && state.status !== 'lost') return;
    this.#state = state;
    this.#options.onState(state);
  }
}
