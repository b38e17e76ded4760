import type { Call } from '../api/types';

/** What was pressed here and shows before the server says so: each until the server says anything of the call. */
export class Pressed {
  readonly #dialed = new Map<string, Call>();
  /** What was pressed on an offer, and how it looks since; `on` is what the server said then. */
  readonly #on = new Map<
    string,
    { press: 'answer' | 'decline'; on: Call | null; shown: Call | null }
  >();
  readonly #ours = new Set<string>();

  constructor(
    readonly memberId: string,
    readonly memberName: string,
  ) {}

  dialed(call: Call): void {
    this.#ours.add(call.id);
    this.#dialed.set(call.id, call);
  }

  answered(callId: string): void {
    this.#ours.add(callId);
    this.#on.set(callId, { press: 'answer', on: null, shown: null });
  }

  declined(callId: string): void {
    this.#on.set(callId, { press: 'decline', on: null, shown: null });
  }

  /** Whether the call was taken or begun in this tab. */
  isOurs(callId: string): boolean {
    return this.#ours.has(callId);
  }

  /** Whether the server's list has not shown it yet. */
  awaits(callId: string): boolean {
    return this.#dialed.has(callId);
  }

  forget(callId: string): void {
    this.#dialed.delete(callId);
    this.#on.delete(callId);
  }

  see(calls: readonly Call[]): void {
    for (const call of calls) {
      this.#dialed.delete(call.id);
      if (call.stage !== 'offered') this.#on.delete(call.id);
    }
    for (const id of this.#on.keys())
      if (!calls.some((call) => call.id === id)) this.#on.delete(id);
  }

  /** The calls, with what was pressed; the same calls where nothing was. */
  over(calls: readonly Call[]): readonly Call[] {
    const changed = this.#on.size === 0 ? calls : calls.map((call) => this.#shown(call));
    return this.#dialed.size === 0 ? changed : [...this.#dialed.values(), ...changed];
  }

  #shown(call: Call): Call {
    const pressed = this.#on.get(call.id);
    if (!pressed || call.stage !== 'offered') return call;
    if (pressed.on !== call || pressed.shown === null) {
      pressed.on = call;
      pressed.shown =
        pressed.press === 'decline'
          ? { ...call, declinedBy: [...call.declinedBy, this.memberId] }
          : {
              ...call,
              stage: 'claimed',
              memberId: this.memberId,
              memberName: this.memberName,
            };
    }
    return pressed.shown;
  }
}
