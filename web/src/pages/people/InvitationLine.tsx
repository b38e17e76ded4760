import { Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Invitation } from '../../api/types';
import { agoOf, dayAndTimeOf } from '../../i18n/format';
import { reaches } from '../../session/permissions';
import { useSession } from '../../session/SessionContext';
import { Icon } from '../../ui/Icon';
import page from '../page.module.css';

export function InvitationLine({
  invitation,
  onRenew,
  onWithdraw,
}: {
  invitation: Invitation;
  onRenew(): void;
  onWithdraw(): void;
}) {
  const { t } = useTranslation();
  const { membership } = useSession();
  const { email, role, invitedBy, createdAt, expiresAt } = invitation;
  const expired = new Date(expiresAt).getTime() < Date.now();
  return (
    <li className={page.line}>
      <Icon name="mail" />
      <div className={page.what}>
        <b>{email}</b>
        <span>
          {invitedBy
            ? t('people.invitedBy', { name: invitedBy, ago: agoOf(createdAt) })
            : agoOf(createdAt)}
        </span>
      </div>
      <span className={`${page.aside} ${page.wideOnly}`}>
        {expired ? t('people.expired') : t('people.expires', { time: dayAndTimeOf(expiresAt) })}
      </span>
      <span className={page.chip}>{t(`role.${role}`)}</span>
      {reaches(membership.role, role) && (
        <Menu position="bottom-end" width={210}>
          <Menu.Target>
            <button
              type="button"
              className={page.icon}
              aria-label={t('people.actionsFor', { name: email })}
            >
              <Icon name="more" />
            </button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={onRenew}>{t('people.renew')}</Menu.Item>
            <Menu.Item data-tone="stop" onClick={onWithdraw}>
              {t('people.withdraw')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
    </li>
  );
}
