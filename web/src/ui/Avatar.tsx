import type { ReactNode } from 'react';
import classes from './Avatar.module.css';
import { Icon } from './Icon';

const TINTS = 5;
/** A number has no initials. */
const HAS_LETTERS = /\p{L}/u;

/** First letters of the first and the last word. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const first = words[0] ?? '';
  const last = words.length > 1 ? (words[words.length - 1] ?? '') : '';
  return ([...first][0] ?? '').toUpperCase() + ([...last][0] ?? '').toUpperCase();
}

/** The same person has the same tint everywhere: it comes from the id. */
export function tintOf(id: string): number {
  let sum = 0;
  for (const character of id) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 9973;
  return (sum % TINTS) + 1;
}

export function Avatar({
  id,
  name,
  size = 28,
  badge,
}: {
  id: string;
  name: string;
  size?: number;
  /** A jack at the lower right corner. */
  badge?: ReactNode;
}) {
  return (
    <span
      className={classes.avatar}
      style={{ '--size': `${size}px`, '--tint': `var(--pb-av-${tintOf(id)})` } as never}
      aria-hidden="true"
    >
      {HAS_LETTERS.test(name) ? initials(name) : <Icon name="person" size={size / 2} />}
      {badge && <span className={classes.badge}>{badge}</span>}
    </span>
  );
}
