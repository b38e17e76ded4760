/** Keys pressed together, as {@link Kbd} writes them: `['mod', '⇧', 'E']`. */
export type Chord = readonly string[];

const NAMED: Readonly<Record<string, string>> = {
  '⏎': 'enter',
  '⌫': 'backspace',
  '↓': 'arrowdown',
  '↑': 'arrowup',
};

/** Whether the keys of an event are these; `mod` is ⌘ or Ctrl. */
export function isChord(event: KeyboardEvent, chord: Chord): boolean {
  const last = chord.at(-1) ?? '';
  return (
    (event.metaKey || event.ctrlKey) === chord.includes('mod') &&
    event.shiftKey === chord.includes('⇧') &&
    !event.altKey &&
    event.key.toLowerCase() === (NAMED[last] ?? last.toLowerCase())
  );
}

const SPOKEN_FOR = 'input, textarea, select, button, a, summary, [contenteditable="true"], [role]';

/** Whether what has the focus has a use of its own for keys like Enter: a field, a button, a row of a list. */
export const isSpokenFor = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest(SPOKEN_FOR) !== null;
