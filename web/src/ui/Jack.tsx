import type { PresenceStatus } from '../api/types';
import classes from './Jack.module.css';

/** The eight things a jack can say, each with a shape of its own (shape, then colour, then a word). */
export type JackState =
  | 'available'
  | 'ringing'
  | 'busy'
  | 'onhold'
  | 'wrapup'
  | 'away'
  | 'off'
  | 'recording';

const FILLING: Record<JackState, React.ReactNode> = {
  available: <circle className={classes.filled} cx="6" cy="6" r="2" />,
  ringing: <circle className={classes.filled} cx="6" cy="6" r="2.5" />,
  busy: <circle className={classes.filled} cx="6" cy="6" r="5.5" />,
  onhold: <path d="M4.6 4.2v3.6m2.8-3.6v3.6" />,
  wrapup: <path className={classes.filled} d="M6 1.3a4.7 4.7 0 0 0 0 9.4z" />,
  away: null,
  off: null,
  recording: <circle className={classes.filled} cx="6" cy="6" r="4" />,
};

const RIMLESS: ReadonlySet<JackState> = new Set(['busy', 'recording']);

export const jackOfPresence = (status: PresenceStatus): JackState =>
  status === 'offline' ? 'off' : status;

/** A status as a jack. The word belongs beside it; where there is no room, `label` is read out. */
export function Jack({
  state,
  label,
  size = 12,
}: {
  state: JackState;
  label?: string;
  size?: number;
}) {
  return (
    <svg
      className={`${classes.jack} ${classes[state]}`}
      viewBox="0 0 12 12"
      width={size}
      height={size}
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
    >
      {!RIMLESS.has(state) && <circle cx="6" cy="6" r="4.7" />}
      {FILLING[state]}
    </svg>
  );
}
