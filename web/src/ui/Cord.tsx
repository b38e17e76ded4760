import type { ReactNode } from 'react';
import classes from './Cord.module.css';
import { Icon } from './Icon';

export type StepState = 'done' | 'now' | 'later' | 'failed';

/** Steps patched together: the cord is lit as far as the work has come. */
export function Cord({
  children,
  label,
  small = false,
}: {
  children: ReactNode;
  label?: string;
  /** Beside something that matters more, as in a card. */
  small?: boolean;
}) {
  return (
    <ol className={small ? classes.small : undefined} aria-label={label}>
      {children}
    </ol>
  );
}

export function CordStep({
  state,
  stateLabel,
  title,
  aside,
  children,
}: {
  state: StepState;
  /** The state as a word, for those who do not see the jack. */
  stateLabel: string;
  title: string;
  /** At the far end of the title: how long it took, how far it is. */
  aside?: ReactNode;
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
        {state === 'failed' && <Icon name="close" size={12} />}
      </span>
      <div className={classes.head}>
        <h3 className={classes.title}>{title}</h3>
        {aside && <span className={classes.aside}>{aside}</span>}
      </div>
      <div className={classes.body}>{children}</div>
    </li>
  );
}
