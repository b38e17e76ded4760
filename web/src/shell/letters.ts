import type { Command } from './commands';

/** How long the second letter of a sequence may take. */
const PATIENCE_MS = 1_200;

/** Recognises sequences of single letters. Feed it keys with their time; it answers with the command. */
export class Letters {
  #typed: string[] = [];
  #lastAt = 0;

  /** @param at when the key was pressed, in milliseconds */
  press(key: string, at: number, commands: readonly Command[]): Command | undefined {
    if (at - this.#lastAt > PATIENCE_MS) this.#typed = [];
    this.#lastAt = at;
    for (const typed of [[...this.#typed, key], [key]]) {
      const matching = commands.filter(({ letters }) => begins(letters, typed));
      const whole = matching.find(({ letters }) => letters?.length === typed.length);
      if (whole) {
        this.#typed = [];
        return whole;
      }
      if (matching.length > 0) {
        this.#typed = typed;
        return undefined;
      }
    }
    this.#typed = [];
    return undefined;
  }
}

function begins(letters: readonly string[] | undefined, typed: readonly string[]): boolean {
  return letters !== undefined && typed.every((letter, i) => letters[i] === letter);
}

const FIELDS = 'input, textarea, select, [contenteditable="true"], [role="listbox"], [role="menu"]';

/** Whether a letter pressed here belongs to what has the focus. */
export function belongsToField(event: KeyboardEvent): boolean {
  const target = event.target;
  return target instanceof Element && target.closest(FIELDS) !== null;
}

const OFF_KEY = 'patchbay.letters';

/** Single letters can be turned off in the profile (WCAG 2.1.4). */
export const lettersOn = (): boolean => localStorage.getItem(OFF_KEY) !== 'off';
export const setLettersOn = (on: boolean): void =>
  on ? localStorage.removeItem(OFF_KEY) : localStorage.setItem(OFF_KEY, 'off');
