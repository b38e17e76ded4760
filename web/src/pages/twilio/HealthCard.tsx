import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TwilioConfiguration } from '../../api/types';
import { dayAndTimeOf } from '../../i18n/format';
import { Jack } from '../../ui/Jack';
import page from '../page.module.css';
import { DriftNotice } from './DriftNotice';
import { LastCheck } from './LastCheck';
import { Sid } from './Sid';
import classes from './twilio.module.css';

/** How the connection is: which account, what we made there, how it was found last. */
export function HealthCard({ configuration }: { configuration: TwilioConfiguration }) {
  const { t } = useTranslation();
  const { state, environment, accountName, accountSid, trial, appSid, apiKeySid } = configuration;
  const attention = state === 'attention';
  const asking = configuration.numbers.attention;
  return (
    <section className={`${page.card} ${classes.health}`} aria-labelledby="health">
      <h2 id="health" className={classes.healthTitle}>
        <Jack state={attention || asking > 0 ? 'ringing' : 'available'} size={16} />
        {attention
          ? t('twilio.health.attention')
          : asking > 0
            ? t('twilio.health.asking', { count: asking })
            : t('twilio.health.title')}
      </h2>
      <DriftNotice configuration={configuration} />
      <dl className={`${classes.facts} ${classes.columns}`}>
        <Fact label={t('twilio.fact.account')}>
          {accountName} {accountSid && <Sid>{accountSid}</Sid>}
        </Fact>
        <Fact label={t('twilio.fact.address')} wide>
          {configuration.baseUrl ?? t('twilio.fact.missing')}
        </Fact>
        <Fact label={t('twilio.fact.token')}>
          {configuration.secondaryToken
            ? t('twilio.fact.tokenBoth')
            : t('twilio.fact.tokenPrimary')}
        </Fact>
        <Fact label={t('twilio.fact.app')}>
          {appSid ? <Sid>{appSid}</Sid> : t('twilio.fact.missing')}
        </Fact>
        <Fact label={t('twilio.fact.key')}>
          {apiKeySid ? <Sid>{apiKeySid}</Sid> : t('twilio.fact.missing')}
        </Fact>
        {configuration.configuredAt && (
          <Fact label={t('twilio.fact.since')}>{dayAndTimeOf(configuration.configuredAt)}</Fact>
        )}
        <Fact label={t('twilio.fact.check')} wide>
          <LastCheck check={configuration.check} />
        </Fact>
      </dl>
      {environment === 'simulator' && <p className={classes.note}>{t('twilio.fact.practice')}</p>}
      {trial && <p className={classes.note}>{t('twilio.fact.trial')}</p>}
    </section>
  );
}

function Fact({
  label,
  wide = false,
  children,
}: {
  label: string;
  wide?: boolean;
  children: ReactNode;
}) {
  return (
    <div className={wide ? classes.wideFact : undefined}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
