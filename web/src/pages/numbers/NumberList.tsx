import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { numbersQuery } from '../../api/twilioQueries';
import type { WorkspaceNumber } from '../../api/types';
import { useSession } from '../../session/SessionContext';
import { ColumnHead } from '../../ui/ColumnHead';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorPanel } from '../../ui/ErrorPanel';
import { SkeletonRows } from '../../ui/Skeleton';
import table from '../../ui/table.module.css';
import { VirtualRows } from '../../ui/VirtualRows';
import page from '../page.module.css';
import { useTwilio } from '../twilio/useTwilio';
import { NumberRow } from './NumberRow';
import classes from './numbers.module.css';

const ROW = 44;

export function NumberList({
  frame,
  onEdit,
  buyButton,
}: {
  frame: HTMLElement | null;
  onEdit(number: WorkspaceNumber): void;
  buyButton: ReactNode;
}) {
  const { t } = useTranslation();
  const { workspace } = useSession();
  const { data: twilio } = useTwilio();
  const list = useInfiniteQuery(numbersQuery(workspace.id));
  const items = useMemo(() => list.data?.pages.flatMap((one) => one.items), [list.data]);
  const total = twilio?.numbers.total ?? (list.hasNextPage ? undefined : items?.length);
  return (
    <section className={page.section} aria-labelledby="numbers">
      <div className={page.sectionHead}>
        <h2 id="numbers">
          {total === undefined ? t('number.title') : t('number.count', { count: total })}
        </h2>
      </div>
      <div className={table.frame}>
        {list.isPending && <SkeletonRows rows={4} height={ROW} />}
        {list.error && !items && (
          <ErrorPanel error={list.error} onRetry={() => void list.refetch()} />
        )}
        {items?.length === 0 && <Nothing connected={twilio?.state !== 'none'} buy={buyButton} />}
        {items && items.length > 0 && (
          <VirtualRows
            items={items}
            label={t('number.title')}
            frame={frame}
            height={ROW}
            total={total === undefined ? undefined : total + 1}
            head={<Head />}
            more={list.hasNextPage}
            loading={list.isFetchingNextPage}
            failed={list.isFetchNextPageError ? list.error : undefined}
            onMore={() => void list.fetchNextPage()}
            row={(number) => <NumberRow number={number} onEdit={onEdit} />}
          />
        )}
      </div>
    </section>
  );
}

function Head() {
  const { t } = useTranslation();
  return (
    <div className={classes.columns}>
      <ColumnHead>{t('twilio.column.number')}</ColumnHead>
      <ColumnHead>{t('twilio.column.name')}</ColumnHead>
      <ColumnHead>{t('number.column.can')}</ColumnHead>
      <ColumnHead>{t('number.column.members')}</ColumnHead>
      <ColumnHead>{t('number.column.answer')}</ColumnHead>
    </div>
  );
}

function Nothing({ connected, buy }: { connected: boolean; buy: ReactNode }) {
  const { t } = useTranslation();
  const { can } = useSession();
  if (connected) return <EmptyState action={buy}>{t('number.none')}</EmptyState>;
  const connect = can('twilio.manage') && (
    <Button component={Link} to="/settings/twilio">
      {t('number.connect')}
    </Button>
  );
  return <EmptyState action={connect}>{t('number.noneNoTwilio')}</EmptyState>;
}
