import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callQuery } from '../../api/callQueries';
import { keys, membersQuery } from '../../api/queries';
import type { CallViewFilter } from '../../api/types';
import { useSession } from '../../session/SessionContext';
import { pageTitle } from '../../shell/PageAnnouncer';
import { ErrorPanel } from '../../ui/ErrorPanel';
import { Icon } from '../../ui/Icon';
import { Segmented } from '../../ui/Segmented';
import { SkeletonRows } from '../../ui/Skeleton';
import page from '../page.module.css';
import { CallActs } from './CallActs';
import { CallHead } from './CallHead';
import classes from './detail.module.css';
import { Facts } from './Facts';
import { Inspector } from './Inspector';
import { LegLanes } from './LegLanes';
import { castOf } from './moments';
import { RecordingPlayer } from './RecordingPlayer';
import { Timeline } from './Timeline';
import { useNumberNames } from './useNumberNames';
import { WriteUp } from './WriteUp';
import { whoOf } from './words';

type Tab = 'call' | 'events' | 'inspector';

/** A recording that there is something to hear of. */
const PLAYABLE: ReadonlySet<string> = new Set(['completed', 'processing']);

/** A call: who, its cord, what can be heard of it, what happened and what was written. */
export function CallView({
  callId,
  filter,
  back,
}: {
  callId: string;
  filter: CallViewFilter;
  /** Whether there is no list beside it to go back to. */
  back: boolean;
}) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { workspace, can } = useSession();
  const [tab, setTab] = useState<Tab>('call');
  const nameOfOurs = useNumberNames();
  const members = useQuery({ ...membersQuery(workspace.id), enabled: can('members.read') });
  const { data: detail, error, refetch } = useQuery(callQuery(workspace.id, callId));
  const title = detail ? whoOf(detail.call, t) : t('call.one');

  useEffect(() => {
    pageTitle.set(title);
  }, [title]);

  const frame = (children: ReactNode, tools?: ReactNode) => (
    <section className={classes.call} aria-label={t('call.with', { who: title })}>
      <header className={classes.toolbar}>
        {back && (
          <Link to="/calls" search={filter} className={page.icon} aria-label={t('call.toList')}>
            <Icon name="back" />
          </Link>
        )}
        {tools}
      </header>
      {children}
    </section>
  );
  if (error && !detail) {
    return frame(<ErrorPanel error={error} onRetry={() => void refetch()} />);
  }
  if (!detail) return frame(<SkeletonRows rows={6} height={72} />);

  const cast = castOf(
    detail,
    nameOfOurs(detail.call),
    (id) => members.data?.find((member) => member.id === id)?.name,
    t,
  );
  const heard = detail.recordings.filter(({ status }) => PLAYABLE.has(status));
  const tabs: { value: Tab; label: string; count?: number }[] = [
    { value: 'call', label: t('call.tab.call') },
    { value: 'events', label: t('call.tab.events'), count: detail.events.length },
    ...(can('calls.inspect')
      ? [{ value: 'inspector' as const, label: t('call.tab.inspector') }]
      : []),
  ];
  return frame(
    <div className={classes.body}>
      <CallHead call={detail.call} ours={cast.ours} />
      {tab === 'call' && (
        <>
          <div className={classes.reel}>
            <LegLanes detail={detail} cast={cast} />
            {heard.map((recording, index) => (
              <RecordingPlayer
                key={recording.id}
                recording={recording}
                first={index === 0}
                onDeleted={() =>
                  void queries.invalidateQueries({ queryKey: keys.call(workspace.id, callId) })
                }
              />
            ))}
          </div>
          <div className={classes.two}>
            <section>
              <h2>{t('call.whatHappened')}</h2>
              <Timeline detail={detail} cast={cast} />
            </section>
            <div className={classes.side}>
              <Facts detail={detail} />
              <WriteUp call={detail.call} />
            </div>
          </div>
        </>
      )}
      {tab === 'events' && <Timeline detail={detail} cast={cast} all />}
      {tab === 'inspector' && <Inspector callId={callId} cast={cast} />}
    </div>,
    <>
      <Segmented<Tab> label={t('call.tab.which')} value={tab} options={tabs} onChange={setTab} />
      <span className={classes.gap} />
      <CallActs call={detail.call} />
    </>,
  );
}
