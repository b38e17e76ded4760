import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { twilioQuery } from '../api/twilioQueries';
import strip from '../realtime/StatusStrip.module.css';
import { useSession } from '../session/SessionContext';
import { Jack } from '../ui/Jack';

/** Above every page but Twilio's own, for those who can mend it: the account was found otherwise. */
export function DriftStrip() {
  const { t } = useTranslation();
  const { workspace, can } = useSession();
  const { pathname } = useLocation();
  const { data } = useQuery({ ...twilioQuery(workspace.id), enabled: can('twilio.manage') });
  const shown = data?.state === 'attention' && data.check?.state === 'drift';
  return (
    <>
      <div className={strip.announcer} role="status">
        {shown && t('twilio.drift.strip')}
      </div>
      {shown && pathname !== '/settings/twilio' && (
        <div className={strip.strip} data-testid="drift-strip">
          <Jack state="ringing" size={14} />
          <p>
            <b>{t('twilio.drift.strip')}</b>{' '}
            {data.numbers.attention > 0 &&
              t('twilio.drift.stripCount', { count: data.numbers.attention })}
          </p>
          <Link to="/settings/twilio">{t('twilio.drift.look')}</Link>
        </div>
      )}
    </>
  );
}
