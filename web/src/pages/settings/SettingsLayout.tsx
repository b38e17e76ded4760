import { Link, Outlet } from '@tanstack/react-router';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../session/SessionContext';
import { SETTINGS_GROUPS, visible } from '../../shell/nav';
import { TwilioLamp } from '../../shell/TwilioLamp';
import { Icon } from '../../ui/Icon';
import classes from './SettingsLayout.module.css';

/** Settings: their list at the left, one of them beside it. */
export default function SettingsLayout() {
  const { t } = useTranslation();
  const { can } = useSession();
  const groups = SETTINGS_GROUPS.map(({ label, places }) => ({
    label,
    places: visible(places, can),
  })).filter(({ places }) => places.length > 0);
  return (
    <div className={classes.settings}>
      <nav className={classes.list} aria-label={t('nav.settings')}>
        {groups.map(({ label, places }) => (
          <Fragment key={label}>
            <h2>{t(label)}</h2>
            {places.map((place) => (
              <Link
                key={place.to}
                to={place.to}
                className={classes.link}
                activeProps={{ 'aria-current': 'page' }}
              >
                <Icon name={place.icon} />
                {t(place.label)}
                {place.lamp && <TwilioLamp />}
              </Link>
            ))}
          </Fragment>
        ))}
      </nav>
      <div className={classes.pane}>
        <Outlet />
      </div>
    </div>
  );
}
