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
  #asked: AbortController | null = null;
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

  /** Takes the lock from whichever tab has it. Another may take it at once: then this one does not lead after. */
  steal(): Promise<void> {
    if (this.#leads || this.locks === null) return Promise.resolve();
    if (this.#settled.length === 0) this.#request(true);
    return new Promise((resolve) => this.#settled.push(resolve));
  }

  stop(): void {
    this.#stopped = true;
    this.#asked?.abort();
    this.#release?.();
    this.#release = null;
    this.#leads = false;
  }

  readonly #settled: (() => void)[] = [];

  #request(steal: boolean): void {
    const abort = new AbortController();
    this.#asked?.abort();
    this.#asked = abort;
    const held = () =>
      new Promise<void>((resolve) => {
        if (this.#stopped || this.#asked !== abort) return resolve();
        this.#release = resolve;
        this.#to(true);
      });
    // The platform lets nobody give up a theft.
    const options = steal ? { steal: true } : { signal: abort.signal };
    this.locks?.request(this.name, options, held).catch(() => {
      if (this.#stopped || this.#asked !== abort) return;
      this.#release = null;
      this.#to(false); // stolen
      this.#request(false);
    });
  }

  #to(leads: boolean): void {
    const changes = this.#leads !== leads;
    this.#leads = leads;
    if (changes) this.onChange(leads);
    for (const resolve of this.#settled.splice(0)) resolve();
  }
}
