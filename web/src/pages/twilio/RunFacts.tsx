import { useTranslation } from 'react-i18next';
import type { TwilioConfiguration, TwilioRun } from '../../api/types';
import { timeOf } from '../../i18n/format';
import { Sid } from './Sid';
import classes from './twilio.module.css';

/** Which account, which token, and who began. */
export function RunFacts({
  run,
  configuration,
}: {
  run: TwilioRun;
  configuration: TwilioConfiguration;
}) {
  const { t } = useTranslation();
  const { accountName, accountSid, secondaryToken } = configuration;
  return (
    <dl className={classes.facts}>
      {accountSid && (
        <>
          <dt>{t('twilio.fact.account')}</dt>
          <dd>
            {accountName} <Sid>{accountSid}</Sid>
          </dd>
          <dt>{t('twilio.fact.token')}</dt>
          <dd>{secondaryToken ? t('twilio.fact.tokenBoth') : t('twilio.fact.tokenPrimary')}</dd>
        </>
      )}
      <dt>{t('twilio.fact.startedBy')}</dt>
      <dd>{t('twilio.fact.byAt', { name: run.startedBy, time: timeOf(run.startedAt, true) })}</dd>
    </dl>
  );
}
