import { Menu } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { PhoneContext, type Readiness } from '../phone/Phone';
import { useRealtime } from '../realtime/RealtimeProvider';
import { useSession } from '../session/SessionContext';
import { useSignOut } from '../session/useSignOut';
import { Avatar } from '../ui/Avatar';
import { Icon } from '../ui/Icon';
import { Jack, jackOfPresence } from '../ui/Jack';
import { Kbd } from '../ui/Kbd';
import { QuietMenu } from '../ui/QuietMenu';
import classes from './MemberMenu.module.css';
import { PresenceItems } from './PresenceItems';
import { useMyPresence } from './useMyPresence';

/** Which of the foot's words a phone that is there has. */
function wordOf(readiness: Exclude<Readiness, { kind: 'off' }>) {
  if (readiness.kind !== 'blocked') return readiness.kind;
  return readiness.why === 'microphone-refused' ? 'blocked' : readiness.why;
}

/** At the foot of the sidebar: who I am, how others see me, and whether the line to the desk is up. */
export function MemberMenu({ onKeys }: { onKeys(): void }) {
  const { t } = useTranslation();
  const { user, membership } = useSession();
  const { status } = useMyPresence();
  const { state } = useRealtime();
  const signOut = useSignOut();
  const lit = state.status === 'open';
  const phone = useContext(PhoneContext);
  const inCall = phone?.line != null;
  const readiness = phone?.readiness;
  const ready = readiness && readiness.kind !== 'off' ? wordOf(readiness) : null;
  return (
    <div className={classes.me}>
      <QuietMenu
        position="top-start"
        width={224}
        button={
          <button type="button" className={classes.who} title={user.name}>
            <Avatar
              id={membership.memberId}
              name={user.name}
              size={32}
              badge={<Jack state={inCall ? 'busy' : jackOfPresence(status)} />}
            />
            <span className={classes.words}>
              <b>{user.name}</b>
              <span>{inCall ? t('softphone.state.talking') : t(`presence.${status}`)}</span>
            </span>
            <Icon name="upDown" size={14} />
          </button>
        }
      >
        <Menu.Dropdown>
          <PresenceItems />
          <Menu.Item component={Link} to="/profile" leftSection={<Icon name="person" />}>
            {t('nav.profile')}
          </Menu.Item>
          <Menu.Item
            leftSection={<Icon name="keyboard" />}
            rightSection={<Kbd keys={['?']} />}
            onClick={onKeys}
          >
            {t('keys.title')}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item leftSection={<Icon name="leave" />} onClick={signOut}>
            {t('session.signOut')}
          </Menu.Item>
        </Menu.Dropdown>
      </QuietMenu>
      <div className={classes.plate} data-lit={lit}>
        <span>{ready ? t(`softphone.foot.${ready}`) : t(`role.${membership.role}`)}</span>
        <span className={classes.wire} />
        <span>{lit ? t('realtime.live') : t('realtime.notLive')}</span>
      </div>
    </div>
  );
}
