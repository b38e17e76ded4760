import { useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { PhoneContext } from '../phone/Phone';
import { Jack } from '../ui/Jack';
import { useNow } from '../ui/useNow';
import { useRealtime } from './RealtimeProvider';
import classes from './StatusStrip.module.css';

/** A loss shorter than this is not worth a word. */
const QUIET_MS = 1_500;

/** Above the page while the line to the desk is down: since when, and when it is tried again. */
export function StatusStrip() {
  const { t } = useTranslation();
  const { state, retry } = useRealtime();
  const inCall = useContext(PhoneContext)?.line != null;
  const lost = state.status === 'lost';
  const now = useNow(1_000, lost);
  const since = lost ? now - state.since : 0;
  const shown = lost && since >= QUIET_MS;
  const wait = lost ? Math.ceil((state.retryAt - now) / 1000) : 0;
  return (
    <>
      <div className={classes.announcer} role="status">
        {shown && t('realtime.lost')}
      </div>
      {shown && (
        <div className={classes.strip} data-testid="offline-strip">
          <Jack state="ringing" size={14} />
          <p>
            <b>{t('realtime.offlineFor', { time: duration(since) })}</b>{' '}
            {inCall ? t('softphone.strip.goesOn') : t('realtime.old')}
          </p>
          <span className={classes.wait}>
            {wait > 0 ? t('realtime.againIn', { count: wait }) : t('realtime.trying')}
          </span>
          <button type="button" onClick={retry}>
            {t('realtime.tryNow')}
          </button>
        </div>
      )}
    </>
  );
}

/** `12 s`, `4:05` */
function duration(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  if (seconds < 60) return `${seconds} s`;
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
