import classes from './Kbd.module.css';

const IS_MAC = /Mac|iPhone|iPad/.test(navigator.platform);

/** `mod` is ⌘ on a Mac and Ctrl elsewhere. */
export function keyName(key: string): string {
  if (key === 'mod') return IS_MAC ? '⌘' : 'Ctrl';
  return key;
}

/** A key, or keys pressed together, as written on the keyboard. */
export function Kbd({ keys, cap = false }: { keys: readonly string[]; cap?: boolean }) {
  const names = keys.map(keyName);
  const text = names.join(IS_MAC || names.length === 1 ? '' : '+');
  return <kbd className={cap ? classes.cap : classes.key}>{text}</kbd>;
}
