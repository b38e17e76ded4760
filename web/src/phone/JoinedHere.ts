/** Twilio's parameters are short; a browser comes back five times at most. */
const MOST_LEGS = 6;

/**
 * Which call this browser speaks in, for whichever of its tabs comes next: after a reload, or when the tab that was
 * the phone is closed. Another machine of the same member does not know it, and leaves the call where it is.
 */
export class JoinedHere {
  constructor(
    readonly key: string,
    readonly storage: Storage,
  ) {}

  get(): string | null {
    return this.#words()[0] ?? null;
  }

  /** The legs by which this browser was on it, as Twilio calls them: the last few. */
  legs(): readonly string[] {
    return this.#words().slice(1);
  }

  set(callId: string | null): void {
    if (callId !== this.get()) this.#store(callId === null ? [] : [callId]);
  }

  /** This browser has come to it by another leg. */
  add(leg: string): void {
    const [callId, ...legs] = this.#words();
    if (callId !== undefined && !legs.includes(leg))
      this.#store([callId, ...[...legs, leg].slice(-MOST_LEGS)]);
  }

  #words(): string[] {
    try {
      return this.storage.getItem(this.key)?.split(' ') ?? [];
    } catch {
      return []; // storage is blocked; a reload then does not come back
    }
  }

  #store(words: readonly string[]): void {
    try {
      if (words.length === 0) this.storage.removeItem(this.key);
      else this.storage.setItem(this.key, words.join(' '));
    } catch {
      // see #words
    }
  }
}
