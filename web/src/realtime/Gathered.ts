/** So long what comes may wait for more: three frames, which nobody notices. */
const GATHER_MS = 50;

/**
 * Hands on what comes: at once after a quiet moment, or when it is urgent; else with all that comes until
 * {@link GATHER_MS} have passed. So the pages are drawn as often as eyes can follow, however many events there are.
 * Timers of a page that nobody sees
 * are late, and nothing of it is drawn: there, all goes on at once.
 */
export class Gathered<T> {
  readonly #handOn: (items: readonly T[]) => void;
  #waiting: T[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #handedOnAt = Number.NEGATIVE_INFINITY;
  readonly #isUrgent: (item: T) => boolean;

  /** @param isUrgent what does not wait for more; with it goes what came before, in its order */
  constructor(handOn: (items: readonly T[]) => void, isUrgent: (item: T) => boolean = () => false) {
    this.#handOn = handOn;
    this.#isUrgent = isUrgent;
  }

  take(item: T): void {
    this.#waiting.push(item);
    const wait = this.#handedOnAt + GATHER_MS - performance.now();
    if (wait <= 0 || document.visibilityState === 'hidden' || this.#isUrgent(item)) this.flush();
    else this.#timer ??= setTimeout(() => this.flush(), wait);
  }

  /** Hands on now what has come. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const items = this.#waiting;
    if (items.length === 0) return;
    this.#waiting = [];
    this.#handedOnAt = performance.now();
    this.#handOn(items);
  }

  /** Forgets what waits. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#waiting = [];
  }
}
