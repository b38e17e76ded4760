import type { IconName } from '../ui/icons';
import type { Chord } from './chords';

/** Something that can be done from the palette, and perhaps by keys. */
export interface Command {
  id: string;
  title: string;
  /** Told beside the title, smaller. */
  detail?: string;
  /** Words it is also found by. */
  also?: string;
  group: 'go' | 'do' | 'people' | 'contacts' | 'workspaces';
  icon: IconName;
  /** Letters pressed one after another outside fields, for example `['g', 'h']`. */
  letters?: readonly string[];
  /** Keys pressed together, each of them enough. Without ⌘ they work while nothing has the focus. */
  keys?: readonly Chord[];
  /** In a field, its keys mean something else. */
  outsideFields?: boolean;
  /** Can not be done now: stands in the map of keys only. */
  off?: boolean;
  run(): void;
}

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();

/** How well `query` fits `text`: 0 not at all, higher is better; starts of words count most. */
export function likeness(query: string, text: string): number {
  const wanted = plain(query.trim());
  const given = plain(text);
  if (wanted === '') return 1;
  if (given.startsWith(wanted)) return 4;
  if (given.split(/[\s·,.@_-]+/).some((word) => word.startsWith(wanted))) return 3;
  if (given.includes(wanted)) return 2;
  return inOrder(wanted, given) ? 1 : 0;
}

/** Whether the characters of `wanted` occur in `given` in this order. */
function inOrder(wanted: string, given: string): boolean {
  let from = 0;
  for (const character of wanted) {
    const at = given.indexOf(character, from);
    if (at < 0) return false;
    from = at + 1;
  }
  return true;
}

/** The commands that fit, best first; equal ones keep their order. */
export function search(commands: readonly Command[], query: string): Command[] {
  return commands
    .map((command, order) => ({
      command,
      order,
      score: Math.max(likeness(query, command.title), likeness(query, command.also ?? '') - 0.5),
    }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.order - b.order)
    .map(({ command }) => command);
}
