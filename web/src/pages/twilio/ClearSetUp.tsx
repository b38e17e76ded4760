import { useTranslation } from 'react-i18next';
import type { TwilioConfiguration } from '../../api/types';
import { Confirm } from '../../ui/Confirm';
import { shortSid } from './run';
import classes from './twilio.module.css';
import { useTwilioActs } from './useTwilio';

/** Before clearing: what goes, piece by piece, and what stays. */
export function ClearSetUp({
  configuration,
  onClose,
}: {
  configuration: TwilioConfiguration;
  onClose(): void;
}) {
  const { t } = useTranslation();
  const { clear } = useTwilioActs();
  const { appSid, apiKeySid, numbers } = configuration;
  return (
    <Confirm
      title={t('twilio.clear.title')}
      verb={t('twilio.clear.verb')}
      run={clear}
      onClose={onClose}
    >
      <p>{t('twilio.clear.goes')}</p>
      <ul className={classes.goes}>
        {appSid && <li>{t('twilio.clear.app', { sid: shortSid(appSid) })}</li>}
        {apiKeySid && <li>{t('twilio.clear.key', { sid: shortSid(apiKeySid) })}</li>}
        {numbers.total > 0 && <li>{t('twilio.clear.numbers', { count: numbers.total })}</li>}
        <li>{t('twilio.clear.credentials')}</li>
      </ul>
      <p>{t('twilio.clear.stays')}</p>
    </Confirm>
  );
}
