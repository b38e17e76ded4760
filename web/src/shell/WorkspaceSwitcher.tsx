import { Menu } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { instanceQuery } from '../api/queries';
import { currentWorkspace } from '../session/currentWorkspace';
import { useSession } from '../session/SessionContext';
import { Icon } from '../ui/Icon';
import { Mark } from '../ui/Mark';
import { MenuChoice } from '../ui/MenuChoice';
import { QuietMenu } from '../ui/QuietMenu';
import { NewWorkspaceSheet } from './NewWorkspaceSheet';
import classes from './WorkspaceSwitcher.module.css';

/** The workspace's name; a menu where there is something to switch to or to make. */
export function WorkspaceSwitcher() {
  const { t } = useTranslation();
  const { session, workspace } = useSession();
  const { data: instance } = useQuery(instanceQuery);
  const [making, setMaking] = useState(false);
  const name = <span className={classes.name}>{workspace.name}</span>;
  if (session.memberships.length < 2 && !instance?.signUpOpen) {
    return (
      <div className={classes.plate} title={workspace.name}>
        <Mark />
        {name}
      </div>
    );
  }
  return (
    <>
      <QuietMenu
        position="bottom-start"
        width={220}
        button={
          <button
            type="button"
            className={classes.switcher}
            aria-label={t('nav.switchWorkspace', { name: workspace.name })}
          >
            <Mark />
            {name}
            <Icon name="upDown" size={14} />
          </button>
        }
      >
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
          {instance?.signUpOpen && (
            <>
              <Menu.Divider />
              <Menu.Item leftSection={<Icon name="plus" />} onClick={() => setMaking(true)}>
                {t('workspaces.another')}
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </QuietMenu>
      {making && <NewWorkspaceSheet onClose={() => setMaking(false)} />}
    </>
  );
}
