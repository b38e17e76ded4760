/**
 * Which workspace this tab shows. Two tabs may show two workspaces, so the tab's own choice is in
 * sessionStorage; a new tab begins with the workspace chosen last in this browser.
 */
const KEY = 'patchbay.workspace';

function read(storage: Storage): string | undefined {
  try {
    return storage.getItem(KEY) ?? undefined;
  } catch {
    return undefined; // storage is blocked; the choice then lives as long as the page
  }
}

function write(storage: Storage, id: string): void {
  try {
    storage.setItem(KEY, id);
  } catch {
    // see read
  }
}

class CurrentWorkspace {
  #id: string | undefined;
  readonly #listeners = new Set<() => void>();

  readonly get = (): string | undefined => this.#id;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The remembered workspace if it is still among `ids`, else the first; undefined when there is none. */
  settle(ids: readonly string[]): string | undefined {
    const remembered = [this.#id, read(sessionStorage), read(localStorage)];
    const id = remembered.find((candidate) => candidate && ids.includes(candidate)) ?? ids[0];
    if (id) this.choose(id);
    else this.#set(undefined);
    return id;
  }

  choose(id: string): void {
    write(sessionStorage, id);
    write(localStorage, id);
    this.#set(id);
  }

  #set(id: string | undefined): void {
    if (this.#id === id) return;
    this.#id = id;
    for (const listener of this.#listeners) listener();
  }
}

export const currentWorkspace = new CurrentWorkspace();
