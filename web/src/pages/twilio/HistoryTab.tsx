import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { checksQuery } from '../../api/twilioQueries';
import { useSession } from '../../session/SessionContext';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorPanel } from '../../ui/ErrorPanel';
import { SkeletonRows } from '../../ui/Skeleton';
import page from '../page.module.css';
import { CheckLine } from './CheckLine';

/** What changed at Twilio, and when it was seen. */
export function HistoryTab() {
  const { t } = useTranslation();
  const { workspace } = useSession();
  const checks = useInfiniteQuery(checksQuery(workspace.id));
  const items = checks.data?.pages.flatMap((one) => one.items);
  if (checks.isPending) return <SkeletonRows rows={4} height={52} />;
  if (!items) return <ErrorPanel error={checks.error} onRetry={() => void checks.refetch()} />;
  return (
    <section className={page.section} aria-labelledby="history">
      <div className={page.sectionHead}>
        <h2 id="history">{t('twilio.tab.history')}</h2>
      </div>
      <p className={page.hint} style={{ margin: '-6px 2px 12px' }}>
        {t('twilio.history.lead')}
      </p>
      <div className={page.card}>
        {items.length === 0 && <EmptyState>{t('twilio.history.none')}</EmptyState>}
        <ul>
          {items.map((check) => (
            <CheckLine key={check.id} check={check} />
          ))}
        </ul>
      </div>
      {checks.hasNextPage && (
        <div className={page.actions}>
          <Button
            variant="default"
            loading={checks.isFetchingNextPage}
            onClick={() => void checks.fetchNextPage()}
          >
            {t('action.showMore')}
          </Button>
        </div>
      )}
    </section>
  );
}
