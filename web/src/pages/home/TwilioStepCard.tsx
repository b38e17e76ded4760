import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { TwilioConfiguration } from '../../api/types';
import { useUnsafeReason } from '../../realtime/useUnsafeReason';
import { useSession } from '../../session/SessionContext';
import { CordStep, type StepState } from '../../ui/Cord';
import { useAct } from '../../ui/useAct';
import { useTwilio, useTwilioActs } from '../twilio/useTwilio';
import classes from './HomePage.module.css';

/**
 * Whether the workspace has phones, and what leads to them.
 *
 * @param connected what others see of it, who may not look at the account
 */
export function TwilioStepCard({ connected = false }: { connected?: boolean }) {
  const { t } = useTranslation();
  const { data } = useTwilio();
  const state = data ? stateOf(data) : connected ? 'done' : 'later';
  return (
    <CordStep
      state={state}
      stateLabel={t(`home.state.${state}`)}
      title={state === 'done' ? t('home.twilioDone') : t('home.twilio')}
    >
      {data ? <Told configuration={data} /> : t(connected ? 'home.twilioThere' : 'home.twilioAsk')}
    </CordStep>
  );
}

function stateOf(data: TwilioConfiguration): StepState {
  if (data.state === 'none' || data.state === 'working') return 'now';
  return data.configuredAt || data.state === 'ready' ? 'done' : 'failed';
}

/** The two ways to phones: the team's own account, or at once and for nothing the simulator's. */
function Begin({ offers }: Pick<TwilioConfiguration, 'offers'>) {
  const { t } = useTranslation();
  const { configure } = useTwilioActs();
  const unsafe = useUnsafeReason();
  const practice = useAct(() => configure({ environment: 'simulator' }));
  return (
    <>
      {offers.practiceAccount ? t('home.twilioWhy') : t('home.twilioPaste')}
      <div className={classes.acts}>
        {offers.practiceAccount && (
          <Button
            loading={practice.isPending}
            disabled={unsafe !== undefined}
            title={unsafe}
            onClick={() => practice.mutate()}
          >
            {t('twilio.none.usePractice')}
          </Button>
        )}
        <Button
          component={Link}
          to="/settings/twilio"
          variant={offers.practiceAccount ? 'default' : 'filled'}
        >
          {t('home.twilioAct')}
        </Button>
      </div>
    </>
  );
}

function Told({ configuration }: { configuration: TwilioConfiguration }) {
  const { t } = useTranslation();
  const { can } = useSession();
  const { state, environment, numbers, offers } = configuration;
  if (state === 'none') {
    return can('twilio.manage') ? <Begin offers={offers} /> : t('home.twilioAsk');
  }
  if (state === 'working') {
    return (
      <p>
        {t('home.twilioWorking')} <Link to="/settings/twilio">{t('home.twilioLook')}</Link>
      </p>
    );
  }
  const count = numbers.total;
  const practice = environment === 'simulator';
  return (
    <p>
      {practice ? t('home.twilioPractice', { count }) : t('home.twilioNumbers', { count })}{' '}
      {state === 'attention' && <Link to="/settings/twilio">{t('home.twilioAttention')}</Link>}
      {count === 0 && can('numbers.manage') && (
        <Link to="/settings/numbers" search={{ buy: true }}>
          {t('home.buyNumber')}
        </Link>
      )}
      {practice && offers.twilio && can('twilio.manage') && state !== 'attention' && (
        <>
          <Link to="/settings/twilio">{t('home.twilioOwn')}</Link> {t('home.twilioWhenever')}
        </>
      )}
    </p>
  );
}
