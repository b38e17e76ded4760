import { lengthOf } from './lengthOf';
import { useNow } from './useNow';

/** How long something has lasted; only these digits are drawn anew each second. */
export function Ticking({ since }: { since: string }) {
  const now = useNow(1_000);
  return (
    <time dateTime={since} role="timer" aria-live="off">
      {lengthOf((now - Date.parse(since)) / 1000)}
    </time>
  );
}
