import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useContext } from 'react';
import { answer, api } from '../api/client';
import { keys, membersQuery } from '../api/queries';
import type { Member, Presence, PresenceChoice, PresenceStatus } from '../api/types';
import { useSentence } from '../forms/useSentence';
import { PhoneContext } from '../phone/Phone';
import { patchQuery } from '../realtime/patchQuery';
import { useSession } from '../session/SessionContext';
import { toasts } from '../ui/toasts';

/**
 * My presence as others see it, and the way to change it: at once here, taken back when refused. Whoever becomes
 * available wants to be heard too: the same click wakes the phone, which browsers allow from a click only.
 */
export function useMyPresence(): {
  status: PresenceStatus;
  choose: (status: PresenceChoice) => void;
} {
  const queries = useQueryClient();
  const sentence = useSentence();
  const { membership, workspace, can } = useSession();
  const wake = useContext(PhoneContext)?.wake;
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

  const choose = useCallback(
    (status: PresenceChoice) => {
      if (status === 'available') void wake?.();
      mutate(status);
    },
    [mutate, wake],
  );

  return { status: mine?.status ?? 'offline', choose };
}
