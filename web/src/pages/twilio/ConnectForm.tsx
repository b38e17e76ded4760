import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TwilioConfiguration, TwilioEnvironment } from '../../api/types';
import { useSession } from '../../session/SessionContext';
import { EmptyState } from '../../ui/EmptyState';
import { Segmented } from '../../ui/Segmented';
import page from '../page.module.css';
import { CredentialsForm } from './CredentialsForm';
import { PracticeOffer } from './PracticeOffer';
import classes from './twilio.module.css';

/** Before anything is connected: what will happen, and what it takes. */
export function ConnectForm({ offers }: { offers: TwilioConfiguration['offers'] }) {
  const { t } = useTranslation();
  const { can } = useSession();
  const [chosen, choose] = useState<TwilioEnvironment>(
    !offers.twilio && offers.simulator ? 'simulator' : 'twilio',
  );
  if (!can('twilio.manage')) return <EmptyState>{t('twilio.none.nothing')}</EmptyState>;
  const practice = chosen === 'simulator' && offers.simulator;
  return (
    <section className={`${page.card} ${classes.connect}`} aria-labelledby="connect">
      <h2 id="connect" className={classes.headline}>
        {t('twilio.none.title')}
      </h2>
      {offers.simulator && (
        <div className={classes.choice}>
          <Segmented
            label={t('twilio.none.which')}
            value={chosen}
            options={[
              { value: 'twilio', label: t('twilio.none.real') },
              { value: 'simulator', label: t('twilio.none.practice') },
            ]}
            onChange={(value) => choose(value)}
          />
        </div>
      )}
      {practice && offers.practiceAccount && <PracticeOffer />}
      {practice && !offers.practiceAccount && (
        <>
          <p className={classes.lead}>{t('twilio.none.willSimulator')}</p>
          <CredentialsForm key="simulator" environment="simulator" />
        </>
      )}
      {!practice && offers.twilio && (
        <>
          <p className={classes.lead}>{t('twilio.none.will')}</p>
          <CredentialsForm key="twilio" environment="twilio" />
        </>
      )}
      {!practice && !offers.twilio && (
        <p className={classes.lead} role="note">
          {t('twilio.none.noPublicUrl')}
        </p>
      )}
    </section>
  );
}
