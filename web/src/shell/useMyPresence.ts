import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import { keys, membersQuery } from '../api/queries';
import type { Member, Presence, PresenceChoice, PresenceStatus } from '../api/types';
import { useSentence } from '../forms/useSentence';
import { patchQuery } from '../realtime/patchQuery';
import { useSession } from '../session/SessionContext';
import { toasts } from '../ui/toasts';

/** My presence as others see it, and the way to change it: at once here, taken back when refused. */
export function useMyPresence(): {
  status: PresenceStatus;
  choose: (status: PresenceChoice) => void;
} {
  const queries = useQueryClient();
  const sentence = useSentence();
  const { membership, workspace, can } = useSession();
  const { data: mine } = useQuery({
    ...membersQuery(workspace.id),
    enabled: can('members.read'),
    select: (members) => members.find(({ id }) => id === membership.memberId)?.presence,
  });

  const show = (presence: Presence) =>
    patchQuery<Member[]>(queries, keys.members(workspace.id), (members) =>
      members.map((member) => (member.id === presence.memberId ? { ...member, presence } : member)),
    );

  const { mutate } = useMutation({
    mutationFn: (status: PresenceChoice) => answer(api.PUT('/api/presence', { body: { status } })),
    onMutate: (status) => {
      show({ memberId: membership.memberId, status, since: new Date().toISOString() });
      return mine;
    },
    onSuccess: show,
    onError: (error, _status, before) => {
      if (before) show(before);
      toasts.show(sentence(error));
    },
  });

  return { status: mine?.status ?? 'offline', choose: mutate };
}
