import { shortSid } from './run';
import classes from './twilio.module.css';

/** A SID, short; whole for those who hover. */
export function Sid({ children }: { children: string }) {
  return (
    <span className={classes.sid} title={children}>
      {shortSid(children)}
    </span>
  );
}
