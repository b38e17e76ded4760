import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { callSettingsQuery } from '../../api/callQueries';
import { useSession } from '../../session/SessionContext';
import { Toolbar } from '../../shell/Toolbar';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorPanel } from '../../ui/ErrorPanel';
import { SkeletonRows } from '../../ui/Skeleton';
import page from '../page.module.css';
import { BlockedCallers } from './BlockedCallers';
import { CallSettingsForm } from './CallSettingsForm';

/** What holds for all calls, and whose are not taken. */
export default function CallSettingsPage() {
  const { t } = useTranslation();
  const { workspace, can } = useSession();
  const { data, error, refetch } = useQuery({
    ...callSettingsQuery(workspace.id),
    enabled: can('calls.read'),
  });
  if (!can('calls.read')) return <EmptyState>{t('problem.forbidden')}</EmptyState>;
  return (
    <>
      <Toolbar title={t('nav.callSettings')} />
      <div className={page.page}>
        <div className={page.column}>
          {error && !data && <ErrorPanel error={error} onRetry={() => void refetch()} />}
          {!error && !data && <SkeletonRows rows={4} height={64} />}
          {data && <CallSettingsForm settings={data} />}
          <BlockedCallers />
        </div>
      </div>
    </>
  );
}
