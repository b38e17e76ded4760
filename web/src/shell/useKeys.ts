import { useEffect, useRef } from 'react';
import type { Command } from './commands';
import { belongsToField, Letters, lettersOn } from './letters';

/** Whether a sheet, a menu or the palette is open: then the letters are theirs. */
const covered = (): boolean =>
  document.querySelector('[aria-modal="true"], [role="menu"]') !== null;

/** ⌘K (Ctrl+K elsewhere) everywhere; single letters outside fields. */
export function useKeys(commands: readonly Command[], openPalette: () => void): void {
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
      if (event.metaKey || event.ctrlKey || event.altKey) return;
      if (event.key === 'Escape' && belongsToField(event)) {
        if (!covered()) (event.target as HTMLElement).blur(); // leaves the field, keeps its text
        return;
      }
      if (event.key.length !== 1 || belongsToField(event) || covered() || !lettersOn()) return;
      const command = letters.press(event.key.toLowerCase(), event.timeStamp, latest.current);
      if (!command) return;
      event.preventDefault();
      command.run();
    }
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, [openPalette]);
}
