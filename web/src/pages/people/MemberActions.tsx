import { Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Member } from '../../api/types';
import { useUnsafeReason } from '../../realtime/useUnsafeReason';
import { reaches, rolesUpTo } from '../../session/permissions';
import { useSession } from '../../session/SessionContext';
import { Icon } from '../../ui/Icon';
import { MenuChoice } from '../../ui/MenuChoice';
import page from '../page.module.css';
import type { MemberAct } from './MemberActSheet';
import { useChangeRole } from './useChangeRole';

/** What somebody who manages members can do with one who is not above them. */
export function MemberActions({ member, onAct }: { member: Member; onAct(act: MemberAct): void }) {
  const { t } = useTranslation();
  const { membership, can } = useSession();
  const unsafe = useUnsafeReason();
  const changeRole = useChangeRole();
  const me = member.id === membership.memberId;
  if (!can('members.manage') || !reaches(membership.role, member.role)) return null;
  return (
    <Menu position="bottom-end" width={230}>
      <Menu.Target>
        <button
          type="button"
          className={page.icon}
          aria-label={t('people.actionsFor', { name: member.name })}
          disabled={unsafe !== undefined}
          title={unsafe}
        >
          <Icon name="more" />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('field.role')}</Menu.Label>
        {rolesUpTo(membership.role).map((role) => (
          <MenuChoice
            key={role}
            value={role}
            chosen={role === member.role}
            onChoose={() => {
              if (me) onAct({ do: 'own-role', member, role });
              else changeRole(member, role);
            }}
          >
            {t(`role.${role}`)}
          </MenuChoice>
        ))}
        {!me && (
          <>
            <Menu.Divider />
            <Menu.Item onClick={() => onAct({ do: 'reset', member })}>
              {t('people.resetLink')}
            </Menu.Item>
            <Menu.Item data-tone="stop" onClick={() => onAct({ do: 'remove', member })}>
              {t('people.remove')}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
