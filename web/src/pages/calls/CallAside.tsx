import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { CallViewFilter } from '../../api/types';
import { ErrorPanel } from '../../ui/ErrorPanel';
import { SkeletonRows } from '../../ui/Skeleton';
import { CallList } from './CallList';
import classes from './detail.module.css';
import { ExportLink } from './ExportLink';
import { SearchCalls } from './SearchCalls';
import { useCalls } from './useCalls';
import { changed, isFiltered } from './view';

/** The history beside an opened call, as it was filtered. */
export function CallAside({ filter, current }: { filter: CallViewFilter; current: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { list, calls, total, question } = useCalls(filter);
  return (
    <div className={classes.aside}>
      <header className={classes.asideHead}>
        <Link to="/calls" search={filter} className={classes.asideTitle}>
          {t('nav.calls')}
        </Link>
        {isFiltered(filter) && <span>{t('call.filtered')}</span>}
        <span className={classes.gap} />
        <ExportLink filter={question} />
      </header>
      <div className={classes.asideFind}>
        <SearchCalls
          text={filter.text ?? ''}
          onChange={(text) =>
            void navigate({
              to: '/calls/$callId',
              params: { callId: current },
              search: changed(filter, { text }),
              replace: true,
            })
          }
        />
      </div>
      {list.isPending && <SkeletonRows rows={10} height={53} />}
      {list.error && !calls && (
        <ErrorPanel error={list.error} onRetry={() => void list.refetch()} />
      )}
      {calls?.length === 0 && <p className={classes.asideNone}>{t('call.noneFiltered')}</p>}
      {calls && calls.length > 0 && (
        <CallList
          key={JSON.stringify(question)}
          calls={calls}
          total={total}
          filter={filter}
          current={current}
          more={list.hasNextPage}
          loading={list.isFetchingNextPage}
          failed={list.isFetchNextPageError ? list.error : undefined}
          onMore={() => void list.fetchNextPage()}
        />
      )}
    </div>
  );
}
