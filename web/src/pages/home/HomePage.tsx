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
import { TeamCard } from './TeamCard';

/** The part of the day in which one is greeted: before noon, before six, after. */
function greeting(hour: number): 'home.morning' | 'home.afternoon' | 'home.evening' {
  if (hour < 12) return 'home.morning';
  return hour < 18 ? 'home.afternoon' : 'home.evening';
}

export default function HomePage() {
  const { t } = useTranslation();
  const { user, workspace, can } = useSession();
  const { data: instance } = useQuery(instanceQuery);
  const { data: members } = useQuery({
    ...membersQuery(workspace.id),
    enabled: can('members.read'),
  });
  const hour = new Date(useNow(60_000)).getHours();
  const { data: twilio } = useTwilio();
  const phoneless = twilio?.state === 'none' && can('twilio.manage');
  const alone = members?.length === 1 && can('members.invite');
  const whatNext = phoneless ? t('home.phonesFirst') : alone ? t('home.first') : t('home.inPlace');
  const firstName = user.name.trim().split(/\s+/)[0];

  return (
    <>
      <Toolbar
        title={t('nav.home')}
        actions={
          instance?.simulator &&
          twilio?.environment !== 'twilio' && (
            <span className={classes.practice}>
              <Jack state="available" />
              {t('home.practice')}
            </span>
          )
        }
      />
      <div className={page.page}>
        <div className={classes.home}>
          <div>
            <h2 className={classes.welcome}>
              {t(greeting(hour), { name: firstName })}
              <span>{whatNext}</span>
            </h2>
            <NextSteps members={members} />
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

function PracticePhones({ address }: { address: string }) {
  const { t } = useTranslation();
  return (
    <section className={`${page.card} ${page.padded}`}>
      <h3 className={classes.cardTitle}>{t('home.phones')}</h3>
      <p className={classes.cardText}>{t('home.phonesText')}</p>
      <a href={address} target="_blank" rel="noreferrer">
        {t('home.openPhones')}
      </a>
    </section>
  );
}
