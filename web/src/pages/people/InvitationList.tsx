import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client';
import { invitationsQuery, keys } from '../../api/queries';
import type { Invitation, InvitationDelivery } from '../../api/types';
import { useSentence } from '../../forms/useSentence';
import { useSession } from '../../session/SessionContext';
import { Confirm } from '../../ui/Confirm';
import { ErrorPanel } from '../../ui/ErrorPanel';
import { SkeletonRows } from '../../ui/Skeleton';
import { toasts } from '../../ui/toasts';
import page from '../page.module.css';
import { InvitationLine } from './InvitationLine';

/** Who has been asked and has not come yet; nothing at all when there is nobody. */
export function InvitationList({
  onDelivered,
}: {
  onDelivered(delivery: InvitationDelivery): void;
}) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const sentence = useSentence();
  const { workspace } = useSession();
  const invitations = useQuery(invitationsQuery(workspace.id));
  const [withdrawing, setWithdrawing] = useState<Invitation>();
  const refresh = () => queries.invalidateQueries({ queryKey: keys.invitations(workspace.id) });

  const renew = useMutation({
    mutationFn: ({ id }: Invitation) =>
      answer(
        api.POST('/api/invitations/{invitationId}/renew', {
          params: { path: { invitationId: id } },
        }),
      ),
    onSuccess: (renewed) => {
      void refresh();
      if (renewed.delivery.mailed) {
        toasts.show(t('people.invited', { email: renewed.invitation.email }));
      }
      onDelivered(renewed);
    },
    onError: (error) => toasts.show(sentence(error)),
  });

  async function withdraw({ id, email }: Invitation): Promise<void> {
    await answer(
      api.DELETE('/api/invitations/{invitationId}', { params: { path: { invitationId: id } } }),
    );
    await refresh();
    toasts.show(t('people.withdrawn', { email }));
  }

  if (invitations.data?.length === 0) return null;
  return (
    <section className={page.section} aria-labelledby="invitations">
      <div className={page.sectionHead}>
        <h2 id="invitations">{t('people.invitations')}</h2>
        {invitations.data && <p>{t('people.waiting', { count: invitations.data.length })}</p>}
      </div>
      <div className={page.card}>
        {invitations.isPending && <SkeletonRows rows={1} height={52} />}
        {invitations.error && !invitations.data && (
          <ErrorPanel error={invitations.error} onRetry={() => void invitations.refetch()} />
        )}
        <ul>
          {invitations.data?.map((invitation) => (
            <InvitationLine
              key={invitation.id}
              invitation={invitation}
              onRenew={() => renew.mutate(invitation)}
              onWithdraw={() => setWithdrawing(invitation)}
            />
          ))}
        </ul>
      </div>
      {withdrawing && (
        <Confirm
          title={t('people.withdrawTitle', { email: withdrawing.email })}
          verb={t('people.withdraw')}
          run={() => withdraw(withdrawing)}
          onClose={() => setWithdrawing(undefined)}
        >
          {t('people.withdrawText')}
        </Confirm>
      )}
    </section>
  );
}
