import { useEffect, useRef } from 'react';
import { Icon } from './Icon';
import { Kbd } from './Kbd';
import classes from './SearchField.module.css';

/** Narrows the list of this page; `/` goes there. */
export function SearchField({
  value,
  onChange,
  label,
}: {
  value: string;
  onChange(value: string): void;
  label: string;
}) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      const inField = event.target instanceof Element && event.target.closest('input, textarea');
      if (event.key !== '/' || inField || event.metaKey || event.ctrlKey) return;
      event.preventDefault();
      input.current?.focus();
    }
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, []);
  return (
    <label className={classes.field}>
      <Icon name="find" size={14} />
      <input
        ref={input}
        type="search"
        value={value}
        placeholder={label}
        aria-label={label}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <Kbd keys={['/']} />
    </label>
  );
}
