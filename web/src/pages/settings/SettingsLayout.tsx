import { Link, Outlet } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../session/SessionContext';
import { SETTINGS, visible } from '../../shell/nav';
import { Icon } from '../../ui/Icon';
import classes from './SettingsLayout.module.css';

/** Settings: their list at the left, one of them beside it. */
export default function SettingsLayout() {
  const { t } = useTranslation();
  const { can } = useSession();
  return (
    <div className={classes.settings}>
      <nav className={classes.list} aria-label={t('nav.settings')}>
        <h2>{t('nav.workspace')}</h2>
        {visible(SETTINGS, can).map(({ to, icon, label }) => (
          <Link key={to} to={to} className={classes.link} activeProps={{ 'aria-current': 'page' }}>
            <Icon name={icon} />
            {t(label)}
          </Link>
        ))}
      </nav>
      <div className={classes.pane}>
        <Outlet />
      </div>
    </div>
  );
}
