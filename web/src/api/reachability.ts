/**
 * Whether the server answers at all. A failed request says no, any answer says yes; what the
 * browser believes (`navigator.onLine`) knows only about the cable.
 */
export class Reachability {
  #reachable = true;
  readonly #listeners = new Set<() => void>();

  readonly isReachable = (): boolean => this.#reachable;

  report(reachable: boolean): void {
    if (this.#reachable === reachable) return;
    this.#reachable = reachable;
    for (const listener of this.#listeners) listener();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
}

export const reachability = new Reachability();
