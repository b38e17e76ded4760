import type { ReactNode } from 'react';
import classes from './panels.module.css';

/** One sentence, one button. */
export function EmptyState({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div className={classes.panel}>
      <p className={classes.sentence}>{children}</p>
      {action}
    </div>
  );
}
