import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { twilioQuery } from '../api/twilioQueries';
import { useSession } from '../session/SessionContext';
import { Jack } from '../ui/Jack';
import classes from './TwilioLamp.module.css';

/** Lit while the Twilio account needs somebody; nothing otherwise. */
export function TwilioLamp() {
  const { t } = useTranslation();
  const { workspace, can } = useSession();
  const { data } = useQuery({ ...twilioQuery(workspace.id), enabled: can('twilio.read') });
  if (data?.state !== 'attention') return null;
  return (
    <span className={classes.lamp}>
      <Jack state="ringing" label={t('nav.attention')} />
    </span>
  );
}
