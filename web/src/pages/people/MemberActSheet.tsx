import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client';
import { keys } from '../../api/queries';
import type { LinkDelivery, Member, Role } from '../../api/types';
import { patchQuery } from '../../realtime/patchQuery';
import { useSession } from '../../session/SessionContext';
import { Confirm } from '../../ui/Confirm';
import { toasts } from '../../ui/toasts';
import { LinkSheet } from './LinkSheet';
import { useSetRole } from './useChangeRole';

/** What is asked about before it is done. */
export type MemberAct =
  | { do: 'remove'; member: Member }
  | { do: 'reset'; member: Member }
  | { do: 'own-role'; member: Member; role: Role };

export function MemberActSheet({ act, onClose }: { act: MemberAct; onClose(): void }) {
  switch (act.do) {
    case 'remove':
      return <RemoveMember member={act.member} onClose={onClose} />;
    case 'reset':
      return <ResetPassword member={act.member} onClose={onClose} />;
    case 'own-role':
      return <ChangeOwnRole member={act.member} role={act.role} onClose={onClose} />;
  }
}

function RemoveMember({ member, onClose }: { member: Member; onClose(): void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { workspace } = useSession();
  const { id, name } = member;
  async function remove(): Promise<void> {
    await answer(api.DELETE('/api/members/{memberId}', { params: { path: { memberId: id } } }));
    patchQuery<Member[]>(queries, keys.members(workspace.id), (members) =>
      members.filter((one) => one.id !== id),
    );
    toasts.show(t('people.removed', { name }));
  }
  return (
    <Confirm
      title={t('people.removeTitle', { name, workspace: workspace.name })}
      verb={t('people.removeVerb', { name })}
      run={remove}
      onClose={onClose}
    >
      {t('people.removeText', { name })}
    </Confirm>
  );
}

function ResetPassword({ member, onClose }: { member: Member; onClose(): void }) {
  const { t } = useTranslation();
  const [delivery, setDelivery] = useState<LinkDelivery>();
  const { id, name, email } = member;
  async function make(): Promise<void> {
    const made = await answer(
      api.POST('/api/members/{memberId}/password-reset', { params: { path: { memberId: id } } }),
    );
    if (made.link) return setDelivery(made);
    toasts.show(t('people.resetMailed', { email }));
    onClose();
  }
  if (delivery) {
    return (
      <LinkSheet title={t('people.resetLinkTitle', { name })} delivery={delivery} onClose={onClose}>
        {t('people.resetLinkLead', { name })}
      </LinkSheet>
    );
  }
  return (
    <Confirm
      title={t('people.resetTitle', { name })}
      verb={t('people.resetVerb')}
      tone="main"
      run={make}
      onClose={onClose}
      stay
    >
      {t('people.resetText', { name })}
    </Confirm>
  );
}

function ChangeOwnRole({ member, role, onClose }: { member: Member; role: Role; onClose(): void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const setRole = useSetRole();
  async function change(): Promise<void> {
    await setRole(member, role);
    await queries.invalidateQueries({ queryKey: keys.session });
  }
  return (
    <Confirm
      title={t('people.ownRoleTitle', { role: t(`role.as.${role}`) })}
      verb={t('people.ownRoleVerb', { role: t(`role.as.${role}`) })}
      run={change}
      onClose={onClose}
    >
      {t('people.ownRoleText')}
    </Confirm>
  );
}
