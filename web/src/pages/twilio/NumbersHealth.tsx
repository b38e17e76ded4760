import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { numbersQuery } from '../../api/twilioQueries';
import type { TwilioConfiguration, WorkspaceNumber } from '../../api/types';
import { useSession } from '../../session/SessionContext';
import { ColumnHead } from '../../ui/ColumnHead';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorPanel } from '../../ui/ErrorPanel';
import { Segmented } from '../../ui/Segmented';
import { SkeletonRows } from '../../ui/Skeleton';
import table from '../../ui/table.module.css';
import { VirtualRows } from '../../ui/VirtualRows';
import page from '../page.module.css';
import { NumberRow } from './NumberRow';
import classes from './numbers.module.css';
import { dealtWith, numbersOf } from './run';
import { TakeOver } from './TakeOver';

const ROW = 40;
const COLUMNS = ['number', 'name', 'voice', 'sms', 'status', 'delivery'] as const;
/** With more than so many, they are folded, so that the list can be overlooked. */
const OPEN_AT_FIRST = 3;

/** Every number and whether its calls, texts and status arrive here. */
export function NumbersHealth({
  configuration,
  frame,
}: {
  configuration: TwilioConfiguration;
  frame: HTMLElement | null;
}) {
  const { t } = useTranslation();
  const { workspace, can } = useSession();
  const [needy, setNeedy] = useState(false);
  const [taking, setTaking] = useState<WorkspaceNumber>();
  const list = useInfiniteQuery({
    ...numbersQuery(workspace.id, needy ? { attention: true } : {}),
    enabled: can('numbers.read'),
  });
  const items = useMemo(() => list.data?.pages.flatMap((one) => one.items), [list.data]);
  const { run, numbers } = configuration;
  if (!can('numbers.read')) return null;
  return (
    <section className={page.section} aria-labelledby="numbers">
      <div className={page.sectionHead}>
        <h2 id="numbers">{t('twilio.numbers.title')}</h2>
        <p>
          <Counts configuration={configuration} />
        </p>
        <Segmented
          label={t('twilio.numbers.filter')}
          value={needy ? 'needy' : 'all'}
          options={[
            { value: 'all', label: t('twilio.numbers.all') },
            { value: 'needy', label: t('twilio.numbers.needsYou') },
          ]}
          onChange={(value) => setNeedy(value === 'needy')}
        />
      </div>
      <div className={table.frame}>
        {list.isPending && <SkeletonRows rows={4} height={ROW} />}
        {list.error && !items && (
          <ErrorPanel error={list.error} onRetry={() => void list.refetch()} />
        )}
        {items?.length === 0 && (
          <EmptyState>
            {needy
              ? t('twilio.numbers.noneNeeds')
              : run?.state === 'running'
                ? t('twilio.numbers.coming')
                : t('twilio.numbers.none')}
          </EmptyState>
        )}
        {items && items.length > 0 && (
          <VirtualRows
            key={String(needy)}
            items={items}
            label={t('twilio.numbers.title')}
            frame={frame}
            height={ROW}
            total={needy ? undefined : numbers.total + 1}
            head={<Head />}
            more={list.hasNextPage}
            loading={list.isFetchingNextPage}
            failed={list.isFetchNextPageError ? list.error : undefined}
            onMore={() => void list.fetchNextPage()}
            row={(number) => (
              <NumberRow
                number={number}
                run={run}
                open={numbers.attention <= OPEN_AT_FIRST}
                onTakeOver={setTaking}
              />
            )}
          />
        )}
      </div>
      {taking && <TakeOver number={taking} onClose={() => setTaking(undefined)} />}
    </section>
  );
}

function Head() {
  const { t } = useTranslation();
  return (
    <div className={classes.columns}>
      {COLUMNS.map((column) => (
        <ColumnHead key={column}>{t(`twilio.column.${column}`)}</ColumnHead>
      ))}
      <ColumnHead>
        <span className={table.hidden}>{t('twilio.column.act')}</span>
      </ColumnHead>
    </div>
  );
}

/** "13 connected · 1 needs you · 10 to go" */
function Counts({ configuration }: { configuration: TwilioConfiguration }): string {
  const { t } = useTranslation();
  const { run, numbers } = configuration;
  const step = run?.state === 'running' && run.kind === 'configure' ? numbersOf(run) : undefined;
  if (step && step.total === null && numbers.total === 0) return '';
  const connected = step?.total ? step.done : numbers.connected;
  const needing = step?.total ? step.failed + step.asking : numbers.attention;
  const toGo = step?.total ? step.total - dealtWith(step) : 0;
  return [
    t('twilio.numbers.connected', { count: connected }),
    ...(needing > 0 ? [t('twilio.numbers.attention', { count: needing })] : []),
    ...(toGo > 0 ? [t('twilio.numbers.toGo', { count: toGo })] : []),
  ].join(' · ');
}
