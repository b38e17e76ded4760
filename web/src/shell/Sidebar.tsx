import { Link } from '@tanstack/react-router';
import { Fragment, memo } from 'react';
import { useTranslation } from 'react-i18next';
import { DialButton } from '../phone/DialButton';
import { useSession } from '../session/SessionContext';
import { Icon } from '../ui/Icon';
import { Kbd } from '../ui/Kbd';
import { CallViewLinks } from './CallViewLinks';
import { MemberMenu } from './MemberMenu';
import {
  CALLS,
  CONTACTS,
  HOME,
  LIVE,
  MESSAGES,
  PEOPLE,
  type Place,
  SETTINGS,
  visible,
} from './nav';
import { REGION } from './regions';
import classes from './Sidebar.module.css';
import { TwilioLamp } from './TwilioLamp';
import { WorkspaceSwitcher } from './WorkspaceSwitcher';

/** Memoised: the commands beside it are others with every call that rings. */
export const Sidebar = memo(function Sidebar({
  onSearch,
  onKeys,
}: {
  onSearch(): void;
  onKeys(): void;
}) {
  const { t } = useTranslation();
  const { can } = useSession();
  const team = visible([LIVE, PEOPLE], can);
  const settings = visible(SETTINGS, can)[0];
  return (
    <aside className={classes.side} aria-label={t('nav.sidebar')} {...REGION}>
      <WorkspaceSwitcher />
      <div className={classes.first}>
        <button type="button" className={classes.find} onClick={onSearch} title={t('palette.open')}>
          <Icon name="find" size={14} />
          <span className={classes.word}>{t('palette.open')}</span>
          <Kbd keys={['mod', 'K']} />
        </button>
        <DialButton className={classes.dial} />
      </div>
      <nav className={classes.nav} aria-label={t('nav.main')}>
        {visible([HOME, CALLS, MESSAGES, CONTACTS], can).map((place) => (
          <Fragment key={place.to}>
            <NavLink place={place} />
            {place === CALLS && <CallViewLinks />}
          </Fragment>
        ))}
        {team.length > 0 && <h2>{t('nav.team')}</h2>}
        {team.map((place) => (
          <NavLink key={place.to} place={place} />
        ))}
        {settings && <h2>{t('nav.workspace')}</h2>}
        {settings && (
          <NavLink
            place={{ ...settings, icon: 'gear', lamp: true }}
            label={t('nav.settings')}
            under="/settings"
          />
        )}
      </nav>
      <MemberMenu onKeys={onKeys} />
    </aside>
  );
});

function NavLink({ place, label, under }: { place: Place; label?: string; under?: string }) {
  const { t } = useTranslation();
  const word = label ?? t(place.label);
  return (
    <Link
      to={under ? (under as Place['to']) : place.to}
      className={classes.link}
      activeOptions={{ exact: place.to === '/' }}
      activeProps={{ 'aria-current': 'page' }}
      title={word}
    >
      <Icon name={place.icon} />
      <span className={classes.word}>{word}</span>
      {place.lamp && <TwilioLamp />}
    </Link>
  );
}
