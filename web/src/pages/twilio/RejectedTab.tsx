import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { deliveriesQuery } from '../../api/twilioQueries';
import { agoOf } from '../../i18n/format';
import { useSession } from '../../session/SessionContext';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorPanel } from '../../ui/ErrorPanel';
import { phoneNumber } from '../../ui/phoneNumber';
import { SkeletonRows } from '../../ui/Skeleton';
import page from '../page.module.css';
import { RejectedLine } from './RejectedLine';

/** What was refused and why, in plain words, with what helps; below it what was accepted. */
export function RejectedTab() {
  const { t } = useTranslation();
  const { workspace } = useSession();
  const deliveries = useQuery(deliveriesQuery(workspace.id));
  if (deliveries.isPending) return <SkeletonRows rows={4} height={64} />;
  if (!deliveries.data) {
    return <ErrorPanel error={deliveries.error} onRetry={() => void deliveries.refetch()} />;
  }
  const { accepted, rejected } = deliveries.data;
  return (
    <>
      <section className={page.section} aria-labelledby="rejected">
        <div className={page.sectionHead}>
          <h2 id="rejected">{t('twilio.tab.rejected')}</h2>
        </div>
        <p className={page.hint} style={{ margin: '-6px 2px 12px' }}>
          {t('twilio.rejected.lead')}
        </p>
        <div className={page.card}>
          {rejected.length === 0 && <EmptyState>{t('twilio.rejected.none')}</EmptyState>}
          <ul>
            {rejected.map((one) => (
              <RejectedLine
                key={`${one.reason} ${one.path} ${one.deliveredTo} ${one.accountSid}`}
                rejected={one}
              />
            ))}
          </ul>
        </div>
      </section>
      <section className={page.section} aria-labelledby="accepted">
        <div className={page.sectionHead}>
          <h2 id="accepted">{t('twilio.accepted.title')}</h2>
        </div>
        <div className={page.card}>
          {accepted.length === 0 && <EmptyState>{t('twilio.accepted.none')}</EmptyState>}
          <ul>
            {accepted.map(({ kind, phoneNumber: number, count, lastAt }) => (
              <li key={`${kind} ${number}`} className={page.line}>
                <div className={page.what}>
                  <b>{t(`twilio.kind.${kind}`)}</b>
                  {number && <span>{phoneNumber(number)}</span>}
                </div>
                <span className={page.aside}>
                  {t('twilio.rejected.count', { count })} ·{' '}
                  {t('twilio.rejected.last', { ago: agoOf(lastAt) })}
                </span>
              </li>
            ))}
          </ul>
        </div>
      </section>
    </>
  );
}
