import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { liveCallsQuery } from '../../api/callQueries';
import type { Member } from '../../api/types';
import { useSession } from '../../session/SessionContext';
import { Avatar } from '../../ui/Avatar';
import { Jack } from '../../ui/Jack';
import { type Doing, doing } from '../live/sorted';
import page from '../page.module.css';
import classes from './HomePage.module.css';

const SHOWN = 6;
const ORDER: readonly Doing['word'][] = ['ringing', 'call', 'available', 'busy', 'away', 'offline'];

/** Who is here now, those who can take a call first. */
export function TeamCard({ members }: { members: readonly Member[] }) {
  const { t } = useTranslation();
  const { workspace, can } = useSession();
  const calls = useQuery({ ...liveCallsQuery(workspace.id), enabled: can('calls.read') });
  const here = members.filter(({ presence }) => presence.status !== 'offline').length;
  const shown = members
    .map((member) => ({ ...member, now: doing(member, calls.data ?? []) }))
    .sort((a, b) => ORDER.indexOf(a.now.word) - ORDER.indexOf(b.now.word))
    .slice(0, SHOWN);
  return (
    <section className={`${page.card} ${page.padded}`} aria-labelledby="team">
      <div className={classes.cardHead}>
        <h3 id="team" className={classes.cardTitle}>
          {t('home.team')}
        </h3>
        <span className={classes.aside}>{t('home.hereNow', { count: here })}</span>
      </div>
      <ul className={classes.people}>
        {shown.map(({ id, name, now }) => (
          <li key={id}>
            <Avatar id={id} name={name} />
            <b>{name}</b>
            <span className={classes.state}>
              <Jack state={now.jack} />
              {now.word === 'call' || now.word === 'ringing'
                ? t(`live.doing.${now.word}`)
                : t(`presence.${now.word}`)}
            </span>
          </li>
        ))}
      </ul>
      {members.length > SHOWN && (
        <Link to="/people">{t('home.everyone', { count: members.length })}</Link>
      )}
    </section>
  );
}
