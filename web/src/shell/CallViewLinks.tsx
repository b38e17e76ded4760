import { useQuery } from '@tanstack/react-query';
import { Link, useMatchRoute } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { callViewsQuery } from '../api/callQueries';
import { useSession } from '../session/SessionContext';
import classes from './Sidebar.module.css';

/** One's saved views of the history, under Calls while one is there. */
export function CallViewLinks() {
  const { t } = useTranslation();
  const { workspace, can } = useSession();
  const there = useMatchRoute()({ to: '/calls', fuzzy: true }) !== false;
  const { data } = useQuery({
    ...callViewsQuery(workspace.id),
    enabled: there && can('calls.read'),
  });
  if (!there || !data?.length) return null;
  return (
    <ul className={classes.views} aria-label={t('call.view.list')}>
      {data.map(({ id, name, filter }) => (
        <li key={id}>
          <Link
            to="/calls"
            search={filter}
            className={classes.view}
            activeOptions={{ exact: true, includeSearch: true }}
            activeProps={{ 'aria-current': 'page' }}
          >
            {name}
          </Link>
        </li>
      ))}
    </ul>
  );
}
