import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { instanceQuery } from '../../api/queries';
import type { WorkspaceNumber } from '../../api/types';
import { PhoneContext } from '../../phone/Phone';
import { useSession } from '../../session/SessionContext';
import { useMyPresence } from '../../shell/useMyPresence';
import { CordStep, type StepState } from '../../ui/Cord';
import { phoneNumber } from '../../ui/phoneNumber';
import { useTwilio } from '../twilio/useTwilio';
import classes from './HomePage.module.css';
import type { AnyCall } from './useAnyCall';

/** The first call: going available, then ringing from a practice phone. Done once there was a call. */
export function TestCallStep({
  number,
  any,
  state,
}: {
  number: WorkspaceNumber | undefined;
  any: AnyCall;
  state: StepState;
}) {
  const { t } = useTranslation();
  return (
    <CordStep
      state={state}
      stateLabel={t(`home.state.${state}`)}
      title={state === 'done' ? t('home.firstCallMade') : t('home.testCall')}
    >
      {state === 'done' && any.last ? (
        <Link to="/calls/$callId" params={{ callId: any.last.id }}>
          {t('home.lookAtCall')}
        </Link>
      ) : state === 'now' && number ? (
        <Making number={number} live={any.live} />
      ) : (
        t('home.testCallWhat')
      )}
    </CordStep>
  );
}

/** The phones page with a number already in a phone. */
function dialing(phonesUrl: string, number: string): string {
  const address = new URL(phonesUrl);
  address.searchParams.set('dial', number);
  return address.href;
}

function Making({ number, live }: { number: WorkspaceNumber; live: boolean }) {
  const { t } = useTranslation();
  const { can } = useSession();
  const { status, choose } = useMyPresence();
  const phone = useContext(PhoneContext);
  const { data: instance } = useQuery(instanceQuery);
  const { data: twilio } = useTwilio();
  // Those who may not look at the account are not told whether it is for practice: they get a sentence for both.
  const practice = twilio?.environment === 'twilio' ? undefined : instance?.simulator;
  const written = phoneNumber(number.phoneNumber);
  const available = status === 'available';
  if (live) return <p>{t('home.ringsNow')}</p>;

  function goAvailable(): void {
    choose('available');
    // The click lets the browser play a ring and ask for the microphone; refused, the phone says so.
    void phone?.wake().catch(() => {});
  }

  return (
    <>
      <p>
        {!available
          ? t('home.goAvailableFirst')
          : practice
            ? t(twilio ? 'home.ringFromPractice' : 'home.ringFromAny', { number: written })
            : t('home.ringFromYours', { number: written })}
      </p>
      <div className={classes.acts}>
        {!available && can('presence.set') && (
          <Button onClick={goAvailable}>{t('home.goAvailable')}</Button>
        )}
        {practice && (
          <Button
            component="a"
            href={dialing(practice.phonesUrl, number.phoneNumber)}
            target="_blank"
            rel="noreferrer"
            variant={available ? 'filled' : 'default'}
          >
            {t('home.openPhones')}
          </Button>
        )}
      </div>
    </>
  );
}
