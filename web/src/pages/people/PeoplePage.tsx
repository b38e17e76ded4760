import { Button } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InvitationDelivery } from '../../api/types';
import { useUnsafeReason } from '../../realtime/useUnsafeReason';
import { useSession } from '../../session/SessionContext';
import { Toolbar } from '../../shell/Toolbar';
import { Icon } from '../../ui/Icon';
import { SearchField } from '../../ui/SearchField';
import page from '../page.module.css';
import { InvitationList } from './InvitationList';
import { InviteSheet } from './InviteSheet';
import { LinkSheet } from './LinkSheet';
import { MemberList } from './MemberList';

export default function PeoplePage() {
  const { t } = useTranslation();
  const { can } = useSession();
  const unsafe = useUnsafeReason();
  const navigate = useNavigate();
  const { find = '', invite } = useSearch({ from: '/desk/people' });
  const [delivered, setDelivered] = useState<InvitationDelivery>();
  const show = (search: { find?: string; invite?: true }) =>
    void navigate({ to: '/people', search, replace: true });

  return (
    <>
      <Toolbar
        title={t('nav.people')}
        actions={
          can('members.invite') && (
            <Button
              leftSection={<Icon name="plus" />}
              disabled={unsafe !== undefined}
              title={unsafe}
              onClick={() => show({ invite: true })}
            >
              {t('people.inviteShort')}
            </Button>
          )
        }
      >
        <SearchField
          value={find}
          onChange={(value) => show({ find: value || undefined })}
          label={t('people.find')}
        />
      </Toolbar>
      <div className={page.page}>
        <div className={page.wide}>
          <MemberList find={find} onInvite={() => show({ invite: true })} />
          {can('members.invite') && <InvitationList onDelivered={setDelivered} />}
        </div>
      </div>
      {invite && can('members.invite') && (
        <InviteSheet onClose={() => show({})} onDelivered={setDelivered} />
      )}
      {delivered?.delivery.link && (
        <LinkSheet
          title={t('people.linkTitle', { email: delivered.invitation.email })}
          delivery={delivered.delivery}
          onClose={() => setDelivered(undefined)}
        >
          {t('people.linkLead', { email: delivered.invitation.email })}
        </LinkSheet>
      )}
    </>
  );
}
