/** Whether a tab that is loaded again may be the phone without a click: it was, and the microphone is still allowed. */
export class Resumes {
  /** Read before the first {@link note}; not by a field's initializer, which runs before `name` is set. */
  readonly #was: boolean;

  constructor(readonly name: string) {
    this.#was = this.#read();
  }

  note(isPhone: boolean): void {
    try {
      if (isPhone) sessionStorage.setItem(this.name, 'awake');
      else sessionStorage.removeItem(this.name);
    } catch {
      // storage is blocked: a click wakes it again
    }
  }

  async may(): Promise<boolean> {
    if (!this.#was) return false;
    try {
      const name = 'microphone' as PermissionName;
      return (await navigator.permissions.query({ name })).state === 'granted';
    } catch {
      return false;
    }
  }

  #read(): boolean {
    try {
      return sessionStorage.getItem(this.name) !== null;
    } catch {
      return false;
    }
  }
}
