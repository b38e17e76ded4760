import type { ComponentType } from 'react';

/** Why code is not there although it was asked for. */
export type Missing =
  /** The server does not answer. */
  | 'cut'
  /** The server answers, and does not have it any more: it was renewed since this desk was loaded. */
  | 'gone';

export interface CodeState<Props> {
  /** What was fetched; null until then. */
  part: ComponentType<Props> | null;
  fetching: boolean;
  /** What became of the last attempt; stays while another is made. */
  missing: Missing | null;
}

/**
 * The code of one part of the desk, which is fetched when it is first needed. That it can not be fetched is a state and
 * no error: the window stays, and with it the call that is spoken in it.
 */
export class Code<Props> {
  #state: CodeState<Props> = { part: null, fetching: false, missing: null };
  #attempt: Promise<void> | null = null;
  readonly #listeners = new Set<() => void>();

  /**
   * @param load fetches it; may be called again after it has failed
   * @param answers whether the server answers at all
   */
  constructor(
    readonly load: () => Promise<{ default: ComponentType<Props> }>,
    readonly answers: () => Promise<boolean>,
  ) {}

  readonly get = (): CodeState<Props> => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly isHere = (): boolean => this.#state.part !== null;

  /** Never rejects: whether it is there now is told by the state. */
  readonly fetch = (): Promise<void> => {
    if (this.isHere()) return Promise.resolve();
    this.#attempt ??= this.#fetch().finally(() => {
      this.#attempt = null;
    });
    return this.#attempt;
  };

  async #fetch(): Promise<void> {
    this.#to({ ...this.#state, fetching: true });
    let part = await this.#loaded();
    // The line may have come back meanwhile: only what fails with a server that answers is gone.
    const answers = part === null && (await this.answers());
    if (answers) part = await this.#loaded();
    const missing = part === null ? (answers ? 'gone' : 'cut') : null;
    this.#to({ part, fetching: false, missing });
  }

  #loaded(): Promise<ComponentType<Props> | null> {
    return this.load().then(
      (module) => module.default,
      () => null,
    );
  }

  #to(state: CodeState<Props>): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}
