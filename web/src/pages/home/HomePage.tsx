import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { instanceQuery, membersQuery } from '../../api/queries';
import { useSession } from '../../session/SessionContext';
import { Toolbar } from '../../shell/Toolbar';
import { Jack } from '../../ui/Jack';
import { Kbd } from '../../ui/Kbd';
import { useNow } from '../../ui/useNow';
import page from '../page.module.css';
import { useTwilio } from '../twilio/useTwilio';
import classes from './HomePage.module.css';
import { NextSteps } from './NextSteps';
import { PracticePhones } from './PracticePhones';
import { type Progress, progressOf } from './progress';
import { TeamCard } from './TeamCard';
import { TodayCard } from './TodayCard';
import { useAnyCall } from './useAnyCall';
import { useFirstNumber } from './useFirstNumber';

/** The part of the day in which one is greeted: before noon, before six, after. */
function greeting(hour: number): 'home.morning' | 'home.afternoon' | 'home.evening' {
  if (hour < 12) return 'home.morning';
  return hour < 18 ? 'home.afternoon' : 'home.evening';
}

/** Before the first call: the way to it. After it: the day. */
export default function HomePage() {
  const { t } = useTranslation();
  const { user, workspace, can } = useSession();
  const { data: instance } = useQuery(instanceQuery);
  const { data: members } = useQuery({
    ...membersQuery(workspace.id),
    enabled: can('members.read'),
  });
  const { data: twilio } = useTwilio();
  const number = useFirstNumber();
  const any = useAnyCall();
  const hour = new Date(useNow(60_000)).getHours();
  const others = (members?.length ?? 1) - 1;
  const progress = progressOf({ twilio, number, call: any.last, others });
  const settled = !can('calls.read') || any.last !== undefined;
  const firstName = user.name.trim().split(/\s+/)[0];
  const invites = others === 0 && can('members.invite');

  return (
    <>
      <Toolbar
        title={t('nav.home')}
        actions={
          instance?.simulator &&
          twilio?.environment === 'simulator' && (
            <span className={classes.practice}>
              <Jack state="available" />
              {t('home.practice')}
            </span>
          )
        }
      />
      <div className={`${page.page} ${classes.room}`}>
        <div className={classes.home}>
          <div>
            <h2 className={classes.welcome}>
              {t(greeting(hour), { name: firstName })}
              <span>{settled && <WhatNext progress={progress} />}</span>
            </h2>
            {settled && progress.running && <TodayCard />}
            {settled && (!progress.running || invites) && (
              <NextSteps members={members} number={number} any={any} progress={progress} />
            )}
          </div>
          <aside className={classes.right}>
            {members && <TeamCard members={members} />}
            {instance?.simulator && <PracticePhones address={instance.simulator.phonesUrl} />}
            <p className={classes.hint}>
              <Kbd keys={['mod', 'K']} cap /> {t('home.findsAnything')} · <Kbd keys={['?']} cap />{' '}
              {t('home.showsKeys')}
            </p>
          </aside>
        </div>
      </div>
    </>
  );
}

function WhatNext({ progress }: { progress: Progress }): string {
  const { t } = useTranslation();
  if (progress.left > 0) return t('home.stepsLeft', { count: progress.left });
  return progress.running ? t('home.inPlace') : t('home.phonesFirst');
}
