import { useEffect, useRef } from 'react';
import classes from './live.module.css';

/** A cord that grows from the first jack to the last in the time that there is; drawn by the browser alone. */
export function Fuse({ from, until }: { from: string; until: string | null }) {
  const cord = useRef<HTMLElement>(null);
  useEffect(() => {
    const begin = Date.parse(from);
    const whole = until === null ? 0 : Date.parse(until) - begin;
    if (whole <= 0 || !cord.current?.animate) return;
    const burning = cord.current.animate([{ transform: 'scaleX(0)' }, { transform: 'scaleX(1)' }], {
      duration: whole,
      fill: 'both',
    });
    burning.currentTime = Math.min(whole, Date.now() - begin);
    return () => burning.cancel();
  }, [from, until]);
  return (
    <span className={classes.fuse} data-open={until === null || undefined} aria-hidden="true">
      <i ref={cord} />
    </span>
  );
}
