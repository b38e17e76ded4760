import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { messagesQuery } from '../../api/twilioQueries';
import { useSession } from '../../session/SessionContext';
import { Toolbar } from '../../shell/Toolbar';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorPanel } from '../../ui/ErrorPanel';
import { SkeletonRows } from '../../ui/Skeleton';
import page from '../page.module.css';
import { useTwilio } from '../twilio/useTwilio';
import { MessageList } from './MessageList';

/** The workspace's texts, newest first. */
export default function MessagesPage() {
  const { t } = useTranslation();
  const { workspace, can } = useSession();
  const list = useInfiniteQuery({
    ...messagesQuery(workspace.id),
    enabled: can('messages.read'),
  });
  const messages = useMemo(() => list.data?.pages.flatMap(({ items }) => items), [list.data]);
  if (!can('messages.read')) return <EmptyState>{t('problem.forbidden')}</EmptyState>;
  return (
    <>
      <Toolbar title={t('nav.messages')} />
      {list.isPending && (
        <div className={page.page}>
          <SkeletonRows rows={8} height={60} />
        </div>
      )}
      {list.error && !messages && (
        <ErrorPanel error={list.error} onRetry={() => void list.refetch()} />
      )}
      {messages?.length === 0 && <Nothing />}
      {messages && messages.length > 0 && (
        <MessageList
          messages={messages}
          more={list.hasNextPage}
          loading={list.isFetchingNextPage}
          failed={list.isFetchNextPageError ? list.error : undefined}
          onMore={() => void list.fetchNextPage()}
        />
      )}
    </>
  );
}

function Nothing() {
  const { t } = useTranslation();
  const { can } = useSession();
  const { data } = useTwilio();
  if (data?.state !== 'none' || !can('twilio.manage')) {
    return <EmptyState>{t('message.none')}</EmptyState>;
  }
  const action = (
    <Button component={Link} to="/settings/twilio">
      {t('message.connect')}
    </Button>
  );
  return <EmptyState action={action}>{t('message.noneNoTwilio')}</EmptyState>;
}
