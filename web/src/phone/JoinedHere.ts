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
    try {
      return this.storage.getItem(this.key);
    } catch {
      return null; // storage is blocked; a reload then does not come back
    }
  }

  set(callId: string | null): void {
    try {
      if (callId === null) this.storage.removeItem(this.key);
      else this.storage.setItem(this.key, callId);
    } catch {
      // see get
    }
  }
}
