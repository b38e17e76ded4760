import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Member, PresenceStatus } from '../../api/types';
import { Avatar } from '../../ui/Avatar';
import { Jack, jackOfPresence } from '../../ui/Jack';
import page from '../page.module.css';
import classes from './HomePage.module.css';

const SHOWN = 6;
const ORDER: readonly PresenceStatus[] = ['available', 'busy', 'away', 'offline'];

/** Who is here now, those who can take a call first. */
export function TeamCard({ members }: { members: readonly Member[] }) {
  const { t } = useTranslation();
  const here = members.filter(({ presence }) => presence.status !== 'offline').length;
  const shown = [...members]
    .sort((a, b) => ORDER.indexOf(a.presence.status) - ORDER.indexOf(b.presence.status))
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
        {shown.map(({ id, name, presence }) => (
          <li key={id}>
            <Avatar id={id} name={name} />
            <b>{name}</b>
            <span className={classes.state}>
              <Jack state={jackOfPresence(presence.status)} />
              {t(`presence.${presence.status}`)}
            </span>
          </li>
        ))}
      </ul>
      <Link to="/people">{t('home.everyone', { count: members.length })}</Link>
    </section>
  );
}
