import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallViewFilter } from '../../api/types';
import { useSession } from '../../session/SessionContext';
import { Toolbar } from '../../shell/Toolbar';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorPanel } from '../../ui/ErrorPanel';
import { Segmented } from '../../ui/Segmented';
import { SkeletonRows } from '../../ui/Skeleton';
import { CallFilters } from './CallFilters';
import { CallList } from './CallList';
import classes from './calls.module.css';
import { ExportLink } from './ExportLink';
import { NoCalls } from './NoCalls';
import { SavedViews } from './SavedViews';
import { SearchCalls } from './SearchCalls';
import { useCalls } from './useCalls';
import { changed, FACES, faceOf, withFace } from './view';

/** The workspace's calls, newest first. Its filter stands in the address. */
export default function CallsPage() {
  const { t } = useTranslation();
  const { can } = useSession();
  const navigate = useNavigate();
  const filter = useSearch({ from: '/desk/calls' });
  const { list, calls, total, question } = useCalls(filter);
  const show = useCallback(
    (search: CallViewFilter) => void navigate({ to: '/calls', search, replace: true }),
    [navigate],
  );

  if (!can('calls.read')) return <EmptyState>{t('problem.forbidden')}</EmptyState>;
  return (
    <>
      <Toolbar
        title={t('nav.calls')}
        actions={
          <>
            <SearchCalls
              text={filter.text ?? ''}
              onChange={(text) => show(changed(filter, { text }))}
            />
            <SavedViews filter={filter} onOpen={show} />
            <ExportLink filter={question} />
          </>
        }
      >
        <div data-second-row>
          <Segmented
            label={t('call.filter.which')}
            value={faceOf(filter)}
            options={FACES.map((value) => ({ value, label: t(`call.face.${value}`) }))}
            onChange={(face) => show(withFace(filter, face))}
          />
        </div>
      </Toolbar>
      <div className={classes.filters}>
        <CallFilters filter={filter} onChange={show} />
        <span className={classes.total} role="status">
          {total !== undefined && t('call.total', { count: total })}
        </span>
      </div>
      {list.isPending && <SkeletonRows rows={14} height={40} />}
      {list.error && !calls && (
        <ErrorPanel error={list.error} onRetry={() => void list.refetch()} />
      )}
      {calls?.length === 0 && <NoCalls filter={filter} onReset={() => show({})} />}
      {calls && calls.length > 0 && (
        <CallList
          key={JSON.stringify(question)}
          calls={calls}
          total={total}
          filter={filter}
          more={list.hasNextPage}
          loading={list.isFetchingNextPage}
          failed={list.isFetchNextPageError ? list.error : undefined}
          onMore={() => void list.fetchNextPage()}
        />
      )}
    </>
  );
}
