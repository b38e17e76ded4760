import { Button } from '@mantine/core';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { contactsQuery } from '../../api/contactQueries';
import { useSession } from '../../session/SessionContext';
import { ColumnHead } from '../../ui/ColumnHead';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorPanel } from '../../ui/ErrorPanel';
import { SkeletonRows } from '../../ui/Skeleton';
import { VirtualRows } from '../../ui/VirtualRows';
import page from '../page.module.css';
import { ContactRow } from './ContactRow';
import classes from './contacts.module.css';

const ROW = 52;

/** Everybody whom `text` finds, by name. */
export function ContactList({
  text,
  onAdd,
  onImport,
  onForget,
}: {
  text: string;
  onAdd: (() => void) | undefined;
  onImport: (() => void) | undefined;
  /** Back to everybody. */
  onForget(): void;
}) {
  const { t } = useTranslation();
  const { workspace } = useSession();
  const [frame, setFrame] = useState<HTMLElement | null>(null);
  const list = useInfiniteQuery({
    ...contactsQuery(workspace.id, text ? { text } : {}),
    placeholderData: keepPreviousData,
  });
  const items = useMemo(() => list.data?.pages.flatMap((one) => one.items), [list.data]);
  const total = list.data?.pages[0]?.total ?? undefined;
  const count = total ?? (list.hasNextPage ? undefined : items?.length);

  return (
    <section
      ref={setFrame}
      className={classes.frame}
      aria-label={t('nav.contacts')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled list must be reachable by keys
      tabIndex={0}
    >
      <div className={page.wide}>
        <p className={classes.count} role="status">
          {count !== undefined && count > 0
            ? t(text ? 'contacts.found' : 'contacts.count', { count })
            : ''}
        </p>
        {list.isPending && <SkeletonRows rows={8} height={ROW} />}
        {list.error && !items && (
          <ErrorPanel error={list.error} onRetry={() => void list.refetch()} />
        )}
        {items?.length === 0 &&
          (text ? (
            <EmptyState
              action={
                <Button variant="default" onClick={onForget}>
                  {t('contacts.showAll')}
                </Button>
              }
            >
              {t('contacts.nobodyFound', { text })}
            </EmptyState>
          ) : (
            <Nobody onAdd={onAdd} onImport={onImport} />
          ))}
        {items && items.length > 0 && (
          <VirtualRows
            items={items}
            label={t('nav.contacts')}
            frame={frame}
            height={ROW}
            total={count === undefined ? undefined : count + 1}
            head={<Head />}
            more={list.hasNextPage}
            loading={list.isFetchingNextPage}
            failed={list.isFetchNextPageError ? list.error : undefined}
            onMore={() => void list.fetchNextPage()}
            row={(contact) => <ContactRow contact={contact} />}
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
      <ColumnHead>{t('contacts.field.name')}</ColumnHead>
      <ColumnHead>{t('contacts.field.phone')}</ColumnHead>
      <ColumnHead>{t('contacts.field.tags')}</ColumnHead>
      <ColumnHead>{t('contacts.lastCall')}</ColumnHead>
    </div>
  );
}

function Nobody({
  onAdd,
  onImport,
}: {
  onAdd: (() => void) | undefined;
  onImport: (() => void) | undefined;
}) {
  const { t } = useTranslation();
  const action = onAdd && onImport && (
    <span className={classes.choices}>
      <Button onClick={onAdd}>{t('contacts.add')}</Button>
      <Button variant="default" onClick={onImport}>
        {t('contacts.import.open')}
      </Button>
    </span>
  );
  return <EmptyState action={action}>{t('contacts.none')}</EmptyState>;
}
