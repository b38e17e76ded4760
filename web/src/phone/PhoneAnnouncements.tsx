import { useContext, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Offers.module.css';
import { PhoneContext } from './Phone';

/** Said at once to those who do not see: that the call ended, that the microphone is blocked. Offers speak themselves. */
export function PhoneAnnouncements() {
  const { t } = useTranslation();
  const phone = useContext(PhoneContext);
  const [said, setSaid] = useState('');
  const callId = phone?.line?.call.id;
  const blocked = phone?.readiness.kind === 'blocked';
  const before = useRef({ callId, blocked });
  useEffect(() => {
    const was = before.current;
    before.current = { callId, blocked };
    if (was.callId !== undefined && callId === undefined) setSaid(t('softphone.ended.ended'));
    else if (blocked && !was.blocked) setSaid(t('softphone.foot.blocked'));
    else if (callId !== was.callId) setSaid('');
  }, [callId, blocked, t]);
  return (
    <p className={classes.hidden} aria-live="assertive">
      {said}
    </p>
  );
}
