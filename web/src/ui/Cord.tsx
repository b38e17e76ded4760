import type { ReactNode } from 'react';
import classes from './Cord.module.css';
import { Icon } from './Icon';

export type StepState = 'done' | 'now' | 'later';

/** Steps patched together: the cord is lit as far as the work has come. */
export function Cord({ children, label }: { children: ReactNode; label?: string }) {
  return (
    <ol className={classes.cord} aria-label={label}>
      {children}
    </ol>
  );
}

export function CordStep({
  state,
  stateLabel,
  title,
  children,
}: {
  state: StepState;
  /** The state as a word, for those who do not see the jack. */
  stateLabel: string;
  title: string;
  children?: ReactNode;
}) {
  return (
    <li
      className={classes.step}
      data-state={state}
      aria-current={state === 'now' ? 'step' : undefined}
    >
      <span className={classes.jack} role="img" aria-label={stateLabel}>
        {state === 'done' && <Icon name="check" size={12} />}
      </span>
      <h3 className={classes.title}>{title}</h3>
      <div className={classes.body}>{children}</div>
    </li>
  );
}
