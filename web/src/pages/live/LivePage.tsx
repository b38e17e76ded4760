import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { liveCallsQuery } from '../../api/callQueries';
import { membersQuery } from '../../api/queries';
import type { Member } from '../../api/types';
import { useSession } from '../../session/SessionContext';
import { Toolbar } from '../../shell/Toolbar';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorPanel } from '../../ui/ErrorPanel';
import { SkeletonRows } from '../../ui/Skeleton';
import page from '../page.module.css';
import classes from './live.module.css';
import { RunningCall } from './RunningCall';
import { sorted } from './sorted';
import { Team } from './Team';
import { Tiles } from './Tiles';
import { WaitingCall } from './WaitingCall';

const NOBODY: readonly Member[] = [];

/** Who waits, who speaks, and who could: as it is now. */
export default function LivePage() {
  const { t } = useTranslation();
  const { workspace, can } = useSession();
  const calls = useQuery({ ...liveCallsQuery(workspace.id), enabled: can('calls.read') });
  const members = useQuery({ ...membersQuery(workspace.id), enabled: can('members.read') });
  if (!can('calls.read')) return <EmptyState>{t('problem.forbidden')}</EmptyState>;
  const { waiting, running } = sorted(calls.data ?? []);
  return (
    <>
      <Toolbar title={t('nav.live')} />
      <div className={page.page}>
        {calls.isPending && <SkeletonRows rows={6} height={48} />}
        {calls.error && !calls.data && (
          <ErrorPanel error={calls.error} onRetry={() => void calls.refetch()} />
        )}
        {calls.data && (
          <>
            <Tiles waiting={waiting} running={running} members={members.data ?? NOBODY} />
            <div className={classes.columns}>
              <div className={classes.lists}>
                <section>
                  <header className={classes.head}>
                    <h2>{t('live.waiting')}</h2>
                    <span>{waiting.length > 0 && t('live.longestFirst')}</span>
                  </header>
                  {waiting.length === 0 ? (
                    <p className={classes.none}>{t('live.nobodyWaits')}</p>
                  ) : (
                    <ol className={page.card}>
                      {waiting.map((call) => (
                        <WaitingCall key={call.id} call={call} members={members.data ?? NOBODY} />
                      ))}
                    </ol>
                  )}
                </section>
                <section>
                  <header className={classes.head}>
                    <h2>{t('live.running')}</h2>
                    <span>{running.length > 0 && t('call.count', { count: running.length })}</span>
                  </header>
                  {running.length === 0 ? (
                    <p className={classes.none}>{t('live.nobodyTalks')}</p>
                  ) : (
                    <ol className={page.card}>
                      {running.map((call) => (
                        <RunningCall key={call.id} call={call} />
                      ))}
                    </ol>
                  )}
                </section>
              </div>
              {members.data && <Team members={members.data} calls={calls.data} />}
            </div>
          </>
        )}
      </div>
    </>
  );
}
