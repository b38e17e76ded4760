import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { type AuditFilter, auditQuery } from '../../api/queries';
import { useSession } from '../../session/SessionContext';
import { Toolbar } from '../../shell/Toolbar';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorPanel } from '../../ui/ErrorPanel';
import { SkeletonRows } from '../../ui/Skeleton';
import page from '../page.module.css';
import { AuditFilters } from './AuditFilters';
import { AuditList } from './AuditList';

/** Who did what in the workspace, newest first. */
export default function AuditPage() {
  const { t } = useTranslation();
  const { workspace, can } = useSession();
  const navigate = useNavigate();
  const filter = useSearch({ from: '/desk/settings/audit-log' });
  const log = useInfiniteQuery({
    ...auditQuery(workspace.id, filter),
    enabled: can('audit.read'),
  });
  const entries = log.data?.pages.flatMap(({ items }) => items) ?? [];
  const filtered = filter.action !== undefined || filter.actor !== undefined;
  const setFilter = (search: AuditFilter) =>
    void navigate({ to: '/settings/audit-log', search, replace: true });

  if (!can('audit.read')) return <EmptyState>{t('problem.forbidden')}</EmptyState>;
  return (
    <>
      <Toolbar
        title={t('nav.auditLog')}
        actions={<AuditFilters filter={filter} onChange={setFilter} />}
      />
      {log.isPending && (
        <div className={page.page}>
          <SkeletonRows rows={8} height={52} />
        </div>
      )}
      {log.error && entries.length === 0 && (
        <ErrorPanel error={log.error} onRetry={() => void log.refetch()} />
      )}
      {log.data && entries.length === 0 && (
        <EmptyState>{filtered ? t('audit.noneFiltered') : t('audit.none')}</EmptyState>
      )}
      {entries.length > 0 && (
        <AuditList
          key={JSON.stringify(filter)}
          entries={entries}
          more={log.hasNextPage}
          loading={log.isFetchingNextPage}
          failed={log.isFetchNextPageError ? log.error : undefined}
          onMore={() => void log.fetchNextPage()}
        />
      )}
    </>
  );
}
