import { Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { currentWorkspace } from '../session/currentWorkspace';
import { useSession } from '../session/SessionContext';
import { Icon } from '../ui/Icon';
import { Mark } from '../ui/Mark';
import { MenuChoice } from '../ui/MenuChoice';
import classes from './WorkspaceSwitcher.module.css';

/** The workspace's name; a menu where there is something to switch to. */
export function WorkspaceSwitcher() {
  const { t } = useTranslation();
  const { session, workspace } = useSession();
  const name = <span className={classes.name}>{workspace.name}</span>;
  if (session.memberships.length < 2) {
    return (
      <div className={classes.plate} title={workspace.name}>
        <Mark />
        {name}
      </div>
    );
  }
  return (
    <Menu position="bottom-start" width={220}>
      <Menu.Target>
        <button
          type="button"
          className={classes.switcher}
          aria-label={t('nav.switchWorkspace', { name: workspace.name })}
        >
          <Mark />
          {name}
          <Icon name="upDown" size={14} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {session.memberships.map((membership) => (
          <MenuChoice
            key={membership.workspace.id}
            value={membership.workspace.id}
            chosen={membership.workspace.id === workspace.id}
            onChoose={() => currentWorkspace.choose(membership.workspace.id)}
          >
            {membership.workspace.name}
          </MenuChoice>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
