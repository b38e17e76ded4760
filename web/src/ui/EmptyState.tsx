import type { ReactNode } from 'react';
import classes from './panels.module.css';

/** One sentence, one button. */
export function EmptyState({
  children,
  action,
  heading = false,
}: {
  children: ReactNode;
  action?: ReactNode;
  /** Where the sentence is all that the page has. */
  heading?: boolean;
}) {
  return (
    <div className={classes.panel}>
      {heading ? (
        <h1 className={classes.sentence}>{children}</h1>
      ) : (
        <p className={classes.sentence}>{children}</p>
      )}
      {action}
    </div>
  );
}
