import { useEffect, useRef } from 'react';
import { isChord, isSpokenFor } from './chords';
import type { Command } from './commands';
import { belongsToField, Letters, lettersOn } from './letters';
import { focusNextRegion } from './regions';

/** Whether a sheet, a menu or the palette is open: then the letters are theirs. */
const covered = (): boolean =>
  document.querySelector('[aria-modal="true"], [role="menu"]') !== null;

/** Whether keys pressed together mean this command here. */
function isMeant({ keys, outsideFields }: Command, event: KeyboardEvent): boolean {
  if (!keys?.some((chord) => isChord(event, chord))) return false;
  if (event.metaKey || event.ctrlKey) return !(outsideFields && belongsToField(event));
  return !isSpokenFor(event.target) && !covered();
}

/** ⌘K (Ctrl+K elsewhere) and Ctrl+F6 everywhere; single letters outside fields. */
export function useKeys(commands: () => readonly Command[], openPalette: () => void): void {
  const latest = useRef(commands);
  latest.current = commands;

  useEffect(() => {
    const letters = new Letters();
    function onKeyDown(event: KeyboardEvent): void {
      if (event.defaultPrevented || event.isComposing) return;
      if ((event.metaKey || event.ctrlKey) && event.key.toLowerCase() === 'k' && !event.shiftKey) {
        event.preventDefault();
        openPalette();
        return;
      }
      if (event.ctrlKey && event.key === 'F6' && !covered()) {
        event.preventDefault();
        focusNextRegion();
        return;
      }
      const possible = latest.current().filter(({ off }) => !off);
      const together = possible.find((command) => isMeant(command, event));
      if (together) {
        event.preventDefault();
        if (!event.repeat) together.run();
        return;
      }
      if (event.metaKey || event.ctrlKey || event.altKey) return;
      if (event.key === 'Escape' && belongsToField(event)) {
        if (covered()) return;
        event.preventDefault(); // a search field would lose its text
        (event.target as HTMLElement).blur();
        return;
      }
      if (event.key.length !== 1 || belongsToField(event) || covered() || !lettersOn()) return;
      const command = letters.press(event.key.toLowerCase(), event.timeStamp, possible);
      if (!command) return;
      event.preventDefault();
      command.run();
    }
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, [openPalette]);
}
