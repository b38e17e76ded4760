import { useId } from 'react';
import classes from './Segmented.module.css';

/** One of a few, all in sight; arrow keys move the choice. */
export function Segmented<Value extends string>({
  label,
  value,
  options,
  onChange,
}: {
  label: string;
  value: Value;
  options: readonly { value: Value; label: string; count?: number | undefined }[];
  onChange(value: Value): void;
}) {
  const name = useId();
  return (
    <fieldset className={classes.track}>
      <legend className={classes.hidden}>{label}</legend>
      {options.map((option) => (
        <label key={option.value} className={classes.segment}>
          <input
            type="radio"
            className={classes.hidden}
            name={name}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          {option.label}
          {option.count ? <span className={classes.count}>{option.count}</span> : null}
        </label>
      ))}
    </fieldset>
  );
}
