/** One tab of a browser holds the lock and is the phone; the others wait for it. */
export interface Locks {
  request(
    name: string,
    options: { steal?: boolean; signal?: AbortSignal },
    held: () => Promise<void>,
  ): Promise<void>;
}

export class Leadership {
  #leads = false;
  #release: (() => void) | null = null;
  #waiting: AbortController | null = null;
  #stopped = false;

  /**
   * @param locks null where the browser has none: then every tab is alone
   * @param onChange this tab has become the phone, or is not any more
   */
  constructor(
    readonly name: string,
    readonly locks: Locks | null,
    readonly onChange: (leads: boolean) => void,
  ) {}

  get leads(): boolean {
    return this.#leads;
  }

  /** Gets in line: whichever tab is the phone, this one is after it. */
  start(): void {
    if (this.locks === null) this.#to(true);
    else this.#request(false);
  }

  /** Takes the lock from whichever tab has it. */
  steal(): Promise<void> {
    if (this.#leads || this.locks === null) return Promise.resolve();
    this.#waiting?.abort();
    this.#request(true);
    return new Promise((resolve) => this.#onceLeading.push(resolve));
  }

  stop(): void {
    this.#stopped = true;
    this.#waiting?.abort();
    this.#release?.();
    this.#release = null;
    this.#leads = false;
  }

  readonly #onceLeading: (() => void)[] = [];

  #request(steal: boolean): void {
    const abort = new AbortController();
    this.#waiting = steal ? null : abort;
    let release = () => {};
    const held = () =>
      new Promise<void>((resolve) => {
        if (this.#stopped) return resolve();
        release = resolve;
        this.#release = resolve;
        this.#waiting = null;
        this.#to(true);
      });
    // A lock may not be stolen and given up at once: the two options exclude each other.
    const options = steal ? { steal: true } : { signal: abort.signal };
    this.locks?.request(this.name, options, held).catch(() => {
      if (abort.signal.aborted || this.#stopped) return;
      if (this.#release === release) this.#release = null;
      this.#to(false); // stolen
      this.#request(false);
    });
  }

  #to(leads: boolean): void {
    if (this.#leads === leads) return;
    this.#leads = leads;
    this.onChange(leads);
    if (leads) for (const resolve of this.#onceLeading.splice(0)) resolve();
  }
}
