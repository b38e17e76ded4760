import type { ReactNode } from 'react';
import { Avatar } from '../ui/Avatar';
import classes from './PatchCord.module.css';

export type CordState = 'growing' | 'plugged' | 'weak' | 'dropped';

/** The line between two jacks: it grows while ringing, plugs in on answer, breaks at the weak end, drops at the end. */
export function PatchCord({
  state,
  far,
  near,
  children,
}: {
  state: CordState;
  far: { id: string; name: string };
  near: { id: string; name: string };
  /** Between the jacks: the time. */
  children: ReactNode;
}) {
  return (
    <div className={classes.patch} data-state={state}>
      <svg className={classes.cord} viewBox="0 0 296 112" aria-hidden="true">
        {state === 'growing' && (
          <>
            <path className={classes.ghost} d="M104 97C66 93 36 84 33 70" />
            <path d="M263 68C256 96 160 104 104 97" />
            <circle className={classes.tip} cx="104" cy="97" r="4" />
          </>
        )}
        {state === 'plugged' && (
          <path className={classes.plug} pathLength={1} d="M264 68C254 108 42 108 32 68" />
        )}
        {state === 'weak' && (
          <>
            <path d="M32 68C40 96 108 99 138 98" />
            <path className={classes.frail} d="M158 98C188 99 256 96 264 68" />
          </>
        )}
        {state === 'dropped' && (
          <>
            <path className={classes.loose} d="M264 68C262 90 246 100 226 102" />
            <circle className={`${classes.tip} ${classes.loose}`} cx="226" cy="102" r="4" />
          </>
        )}
      </svg>
      <span className={classes.far}>
        <Avatar {...far} size={52} />
      </span>
      <span className={classes.middle}>{children}</span>
      <span className={classes.near}>
        <Avatar {...near} size={52} />
      </span>
    </div>
  );
}
