import { useCallback, useSyncExternalStore } from 'react';

/**
 * The token in the address's fragment (`/sign-in#token=…`). It is taken out of the address and of
 * the history before anything is drawn, so that neither the back button nor a shared screen shows
 * it, and kept in memory until it is used.
 */
class FragmentToken {
  #arrived: { path: string; token: string } | undefined;
  readonly #listeners = new Set<() => void>();

  /** Reads the fragment now, and whenever a link changes nothing else in the address. */
  start(): void {
    this.#read();
    addEventListener('hashchange', () => this.#read());
  }

  /** The token that came with this path. */
  of(path: string): string | undefined {
    return this.#arrived?.path === path ? this.#arrived.token : undefined;
  }

  readonly forget = (): void => this.#become(undefined);

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  #read(): void {
    const token = new URLSearchParams(location.hash.slice(1)).get('token');
    if (!token) return;
    history.replaceState(history.state, '', location.pathname + location.search);
    this.#become({ path: location.pathname, token });
  }

  #become(arrived: { path: string; token: string } | undefined): void {
    this.#arrived = arrived;
    for (const listener of this.#listeners) listener();
  }
}

export const fragmentToken = new FragmentToken();

export function useFragmentToken(path: string): string | undefined {
  return useSyncExternalStore(
    fragmentToken.subscribe,
    useCallback(() => fragmentToken.of(path), [path]),
  );
}
