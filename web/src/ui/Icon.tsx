import classes from './Icon.module.css';
import { ICONS, type IconName } from './icons';

/** An icon beside a word; it says nothing to a screen reader. */
export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg
      className={name === 'more' || name === 'keypad' ? classes.dots : classes.icon}
      viewBox="0 0 20 20"
      width={size}
      height={size}
      aria-hidden="true"
    >
      <path d={ICONS[name]} />
    </svg>
  );
}
