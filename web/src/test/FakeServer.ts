import type { Frame, RealtimeEvent } from '../realtime/frames';
import type { Socket } from '../realtime/RealtimeClient';

/** One end of a socket in a test: what the client sent, and the means to answer it. */
export class FakeSocket implements Socket {
  onmessage: Socket['onmessage'] = null;
  onclose: Socket['onclose'] = null;
  readonly sent: string[] = [];
  closed = false;

  constructor(readonly after: number | undefined) {}

  send(text: string): void {
    this.sent.push(text);
  }

  close(): void {
    this.closed = true;
  }

  /** Delivers a frame, unless the client has let go of this socket. */
  frame(frame: object): void {
    this.onmessage?.({ data: JSON.stringify(frame) });
  }

  /** The connection breaks, or the server closes it with a code. */
  break(code = 1006): void {
    this.closed = true;
    this.onclose?.({ code });
  }
}

const PRESENCE = { memberId: 'm', status: 'available', since: '2026-11-20T10:00:00Z' } as const;

/** A server that behaves as api/events.md says, over sockets that a test can break. */
export class FakeServer {
  readonly sockets: FakeSocket[] = [];
  readonly log: Frame[] = [];
  /** Events older than this can no longer be resumed. */
  keptFrom = 1;

  get seq(): number {
    return this.log.length;
  }

  get socket(): FakeSocket {
    const socket = this.sockets[this.sockets.length - 1];
    if (!socket) throw new Error('nobody has connected');
    return socket;
  }

  readonly open = (after: number | undefined): Socket => {
    const socket = new FakeSocket(after);
    this.sockets.push(socket);
    return socket;
  };

  /** Greets the newest connection, and sends what it missed or a snapshot. */
  greet(): void {
    const { after } = this.socket;
    const resumed = after !== undefined && after + 1 >= this.keptFrom && after <= this.seq;
    this.socket.frame({ seq: this.seq, type: 'hello', data: { heartbeatSeconds: 20, resumed } });
    if (resumed) for (const missed of this.log.slice(after)) this.socket.frame(missed);
    else this.socket.frame({ seq: this.seq, type: 'snapshot', data: { presence: [PRESENCE] } });
  }

  /** A fact is committed; with `lost` its frame never arrives. */
  commit({ visible = true, lost = false } = {}): RealtimeEvent | undefined {
    const seq = this.seq + 1;
    const frame = visible
      ? ({ seq, type: 'member.presence', data: PRESENCE } as const)
      : ({ seq, type: 'skip', data: undefined } as const);
    this.log.push(frame);
    if (!lost) this.socket.frame(frame);
    return visible ? (frame as RealtimeEvent) : undefined;
  }

  heartbeat(): void {
    this.socket.frame({ seq: this.seq, type: 'heartbeat' });
  }
}
