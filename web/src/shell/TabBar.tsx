import { Menu } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { DialButton } from '../phone/DialButton';
import { useSession } from '../session/SessionContext';
import { useSignOut } from '../session/useSignOut';
import { Icon } from '../ui/Icon';
import { Jack, jackOfPresence } from '../ui/Jack';
import { QuietMenu } from '../ui/QuietMenu';
import { CALLS, CONTACTS, HOME, MESSAGES, SETTINGS, visible } from './nav';
import { PresenceItems } from './PresenceItems';
import classes from './TabBar.module.css';
import { useMyPresence } from './useMyPresence';

/** Navigation on a phone: under the thumb, each target at least 44 px high. Memoised like the sidebar. */
export const TabBar = memo(function TabBar({ onSearch }: { onSearch(): void }) {
  const { t } = useTranslation();
  const { can } = useSession();
  const { status } = useMyPresence();
  const signOut = useSignOut();
  const settings = visible(SETTINGS, can).length > 0;
  const current = { 'aria-current': 'page' } as const;
  return (
    <nav className={classes.bar} aria-label={t('nav.main')}>
      {visible([HOME, CALLS, MESSAGES, CONTACTS], can).map((place) => (
        <Link
          key={place.to}
          to={place.to}
          activeOptions={{ exact: place.to === '/' }}
          activeProps={current}
          className={classes.tab}
        >
          <Icon name={place.icon} size={20} />
          {t(place.label)}
        </Link>
      ))}
      <DialButton className={classes.tab} word />
      <button type="button" className={classes.tab} onClick={onSearch}>
        <Icon name="find" size={20} />
        {t('palette.open')}
      </button>
      <QuietMenu
        position="top-end"
        width={220}
        button={
          <button type="button" className={classes.tab}>
            <Jack state={jackOfPresence(status)} size={20} />
            {t('nav.me')}
          </button>
        }
      >
        <Menu.Dropdown>
          <PresenceItems />
          <Menu.Item component={Link} to="/profile" leftSection={<Icon name="person" />}>
            {t('nav.profile')}
          </Menu.Item>
          {settings && (
            <Menu.Item component={Link} to="/settings" leftSection={<Icon name="gear" />}>
              {t('nav.settings')}
            </Menu.Item>
          )}
          <Menu.Item leftSection={<Icon name="leave" />} onClick={signOut}>
            {t('session.signOut')}
          </Menu.Item>
        </Menu.Dropdown>
      </QuietMenu>
    </nav>
  );
});
