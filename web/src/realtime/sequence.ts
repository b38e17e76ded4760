import type { Frame, RealtimeEvent, SnapshotFrame } from './frames';

/** What to do with a frame. */
export type Verdict =
  | { do: 'deliver'; event: RealtimeEvent }
  | { do: 'replace'; snapshot: SnapshotFrame }
  | { do: 'nothing' }
  /** Something was missed: connect again, resuming after the last number, or from a snapshot. */
  | { do: 'resync'; from: 'last' | 'snapshot' };

const nothing: Verdict = { do: 'nothing' };

/**
 * Follows the numbers of one workspace's events, over any number of connections, so that every
 * event is delivered once and in order, or else replaced by a snapshot.
 */
export class Sequence {
  #last: number | undefined;
  #greeted = false;

  /** `last` is where to begin; without it, with a snapshot. */
  constructor(last?: number) {
    this.#last = last;
  }

  /** The last number whose event was delivered; undefined while a snapshot is awaited. */
  get last(): number | undefined {
    return this.#last;
  }

  /** A new connection begins: nothing counts before its `hello`. */
  connecting(): void {
    this.#greeted = false;
  }

  /** Forgets the number, so that the next connection asks for a snapshot. */
  forget(): void {
    this.#last = undefined;
  }

  take(frame: Frame): Verdict {
    if (frame.type === 'hello') return this.#hello(frame.seq, frame.data.resumed);
    if (!this.#greeted) return { do: 'resync', from: 'last' };
    if (frame.type === 'snapshot') {
      this.#last = frame.seq;
      return { do: 'replace', snapshot: frame };
    }
    if (this.#last === undefined) return { do: 'resync', from: 'snapshot' };
    if (frame.type === 'heartbeat') return this.#heartbeat(frame.seq, this.#last);
    return this.#counted(frame, this.#last);
  }

  #hello(seq: number, resumed: boolean): Verdict {
    this.#greeted = true;
    if (!resumed) {
      this.#last = undefined; // a snapshot follows
      return nothing;
    }
    // Resumed from a number the server never gave: its database is another one now.
    return this.#last === undefined || seq < this.#last
      ? { do: 'resync', from: 'snapshot' }
      : nothing;
  }

  #heartbeat(seq: number, last: number): Verdict {
    if (seq === last) return nothing;
    return { do: 'resync', from: seq > last ? 'last' : 'snapshot' };
  }

  #counted(
    frame: Exclude<Frame, { type: 'hello' | 'snapshot' | 'heartbeat' }>,
    last: number,
  ): Verdict {
    if (frame.seq <= last) return nothing; // already delivered by the connection before
    if (frame.seq > last + 1) return { do: 'resync', from: 'last' };
    this.#last = frame.seq;
    return frame.type === 'skip' ? nothing : { do: 'deliver', event: frame };
  }
}
