import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client';
import { keys } from '../../api/queries';
import type { Member, Role } from '../../api/types';
import { useSentence } from '../../forms/useSentence';
import { patchQuery } from '../../realtime/patchQuery';
import { useSession } from '../../session/SessionContext';
import { toasts } from '../../ui/toasts';

/** Asks the server for another role of a member, and shows the member as they are then. */
export function useSetRole(): (member: Member, role: Role) => Promise<void> {
  const queries = useQueryClient();
  const { workspace } = useSession();
  return useCallback(
    async (member, role) => {
      const changed = await answer(
        api.PATCH('/api/members/{memberId}', {
          params: { path: { memberId: member.id } },
          body: { role },
        }),
      );
      patchQuery<Member[]>(queries, keys.members(workspace.id), (members) =>
        members.map((one) => (one.id === changed.id ? { ...one, role: changed.role } : one)),
      );
    },
    [queries, workspace.id],
  );
}

/** Changes a role at once; for a few seconds it can be undone. */
export function useChangeRole(): (member: Member, role: Role) => void {
  const { t } = useTranslation();
  const sentence = useSentence();
  const setRole = useSetRole();
  return useCallback(
    (member, role) => {
      const refused = (error: unknown) => toasts.show(sentence(error));
      const changed = t('people.roleChanged', { name: member.name, role: t(`role.as.${role}`) });
      setRole(member, role).then(
        () =>
          toasts.show(changed, {
            label: t('action.undo'),
            run: () => void setRole(member, member.role).catch(refused),
          }),
        refused,
      );
    },
    [t, sentence, setRole],
  );
}
