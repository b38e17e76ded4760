export interface Toast {
  id: number;
  text: string;
  action?: { label: string; run(): void };
}

const VISIBLE_MS = 5_000;

/** Short notices at the bottom of the window: 5 s, longer while the pointer or the focus is on them. */
class Toasts {
  #list: readonly Toast[] = [];
  #nextId = 1;
  readonly #listeners = new Set<() => void>();
  readonly #timers = new Map<number, ReturnType<typeof setTimeout>>();

  readonly get = (): readonly Toast[] => this.#list;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  show(text: string, action?: Toast['action']): void {
    const id = this.#nextId++;
    this.#change([...this.#list, { id, text, action }]);
    this.resume(id);
  }

  dismiss(id: number): void {
    this.pause(id);
    this.#change(this.#list.filter((toast) => toast.id !== id));
  }

  pause(id: number): void {
    clearTimeout(this.#timers.get(id));
    this.#timers.delete(id);
  }

  resume(id: number): void {
    this.pause(id);
    this.#timers.set(
      id,
      setTimeout(() => this.dismiss(id), VISIBLE_MS),
    );
  }

  #change(list: readonly Toast[]): void {
    this.#list = list;
    for (const listener of this.#listeners) listener();
  }
}

export const toasts = new Toasts();
