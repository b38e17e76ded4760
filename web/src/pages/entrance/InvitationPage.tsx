import { Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client';
import { useFragmentToken } from '../../session/fragmentToken';
import { ErrorPanel } from '../../ui/ErrorPanel';
import { useDelayed } from '../../ui/useDelayed';
import { AcceptForm } from './AcceptForm';
import { Entrance } from './Entrance';

/** Accepts an invitation with the token of its link. */
export default function InvitationPage() {
  const { t } = useTranslation();
  const token = useFragmentToken('/invitation');
  const preview = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => answer(api.POST('/api/invitations/look-up', { body: { token: token ?? '' } })),
    enabled: token !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const slow = useDelayed(preview.isLoading);
  const signIn = <Link to="/sign-in">{t('invitation.toSignIn')}</Link>;

  if (!token) {
    return <Entrance title={t('invitation.title')} lead={t('invitation.noToken')} below={signIn} />;
  }
  if (preview.error) {
    return (
      <Entrance title={t('invitation.title')} below={signIn}>
        <ErrorPanel error={preview.error} onRetry={() => void preview.refetch()} />
      </Entrance>
    );
  }
  if (!preview.data) {
    return (
      <Entrance title={t('invitation.title')}>
        {slow && <Loader size="sm" aria-label={t('state.loading')} />}
      </Entrance>
    );
  }
  const { workspaceName, invitedBy, role } = preview.data;
  const as = t(`invitation.as.${role}`);
  return (
    <Entrance
      title={t('invitation.join', { workspace: workspaceName })}
      lead={
        invitedBy ? t('invitation.by', { name: invitedBy, as }) : t('invitation.byNobody', { as })
      }
    >
      <AcceptForm token={token} preview={preview.data} />
    </Entrance>
  );
}
