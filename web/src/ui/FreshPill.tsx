import classes from './FreshPill.module.css';

/** How much has come while somebody reads further down; pressed, it is shown. */
export function FreshPill({
  waiting,
  label,
  onShow,
}: {
  waiting: number;
  label: string;
  onShow(): void;
}) {
  return (
    <>
      {waiting > 0 && (
        <button type="button" className={classes.pill} onClick={onShow}>
          {label}
        </button>
      )}
      <span className={classes.hidden} role="status">
        {waiting > 0 ? label : ''}
      </span>
    </>
  );
}
