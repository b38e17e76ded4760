import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { diagnosticsQuery } from '../../api/twilioQueries';
import { dayAndTimeOf } from '../../i18n/format';
import { useUnsafeReason } from '../../realtime/useUnsafeReason';
import { useSession } from '../../session/SessionContext';
import { Toolbar } from '../../shell/Toolbar';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorPanel } from '../../ui/ErrorPanel';
import { SkeletonRows } from '../../ui/Skeleton';
import page from '../page.module.css';
import { FindingLine } from './FindingLine';

/** Goes through the checklist on opening, and again by the button. */
export default function DiagnosticsPage() {
  const { t } = useTranslation();
  const { workspace, can } = useSession();
  const unsafe = useUnsafeReason();
  const run = useQuery({ ...diagnosticsQuery(workspace.id), enabled: can('twilio.read') });
  const needing = run.data?.findings.filter(
    ({ state }) => state === 'failed' || state === 'warning',
  ).length;
  if (!can('twilio.read')) return <EmptyState>{t('problem.forbidden')}</EmptyState>;
  return (
    <>
      <Toolbar
        title={t('nav.diagnostics')}
        actions={
          <Button
            variant="default"
            loading={run.isFetching}
            disabled={unsafe !== undefined}
            title={unsafe}
            onClick={() => void run.refetch()}
          >
            {t('diagnostics.again')}
          </Button>
        }
      />
      <div className={page.page}>
        <div className={page.wide}>
          <section className={page.section} aria-labelledby="findings">
            <div className={page.sectionHead}>
              <h2 id="findings">
                {run.data && !run.isFetching
                  ? t('diagnostics.summary', { count: needing ?? 0 })
                  : t('diagnostics.running')}
              </h2>
              {run.data && <p>{t('diagnostics.ran', { when: dayAndTimeOf(run.data.at) })}</p>}
            </div>
            <p className={page.hint} style={{ margin: '-6px 2px 12px' }} role="status">
              {t('diagnostics.lead')}
            </p>
            <div className={page.card}>
              {run.isPending && <SkeletonRows rows={7} height={60} />}
              {run.error && !run.isFetching && (
                <ErrorPanel error={run.error} onRetry={() => void run.refetch()} />
              )}
              {run.data && !run.error && (
                <ul aria-label={t('diagnostics.findings')}>
                  {run.data.findings.map((finding) => (
                    <FindingLine key={finding.check} finding={finding} />
                  ))}
                </ul>
              )}
            </div>
          </section>
        </div>
      </div>
    </>
  );
}
