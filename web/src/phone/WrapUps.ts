import type { Call } from '../api/types';
import { callOf } from './derive';

/**
 * Which call the member has just had and still writes up. The server says until when; where it does not, the
 * wrap-up is this tab's own, until {@link done}.
 */
export class WrapUps {
  #last: Call | null = null;
  #ended: Call | null = null;
  readonly #done = new Set<string>();

  /** Sees the live calls: what was the member's and is not there any more has ended. */
  see(calls: readonly Call[], memberId: string): void {
    const mine = callOf(calls, memberId);
    const last = this.#last;
    if (last !== null && mine?.id !== last.id && !calls.some(({ id }) => id === last.id)) {
      // Only who has spoken, or tried to, has something to write.
      if (!this.#done.has(last.id)) this.#ended = last;
    }
    if (mine !== null && mine.id === this.#ended?.id) this.#ended = null;
    this.#last = mine;
  }

  /** What the server says of a call that has ended. */
  learn(call: Call, memberId: string): void {
    if (call.endedAt === null || call.memberId !== memberId) return;
    if (call.id === this.#ended?.id) this.#ended = call;
    else if (call.wrapUpUntil !== null && !this.#done.has(call.id)) this.#ended = call;
  }

  done(callId: string): void {
    this.#done.add(callId);
    if (this.#ended?.id === callId) this.#ended = null;
  }

  /** Takes {@link done} back: the server refused. */
  again(call: Call): void {
    this.#done.delete(call.id);
    this.#ended = call;
  }

  /** @param now in milliseconds */
  at(now: number): Call | null {
    const ended = this.#ended;
    if (ended === null || this.#last !== null) return null;
    const until = ended.wrapUpUntil;
    return until !== null && Date.parse(until) <= now ? null : ended;
  }
}
