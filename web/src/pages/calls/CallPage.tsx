import { useMediaQuery } from '@mantine/hooks';
import { useParams, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../session/SessionContext';
import { EmptyState } from '../../ui/EmptyState';
import { CallAside } from './CallAside';
import { CallView } from './CallView';
import classes from './detail.module.css';

/** One call; where there is room, beside the list that it was opened from. */
export default function CallPage() {
  const { t } = useTranslation();
  const { can } = useSession();
  const { callId } = useParams({ from: '/desk/calls/$callId' });
  const filter = useSearch({ from: '/desk/calls/$callId' });
  const wide = useMediaQuery('(min-width: 1181px)', true, { getInitialValueInEffect: false });
  if (!can('calls.read')) return <EmptyState>{t('problem.forbidden')}</EmptyState>;
  return (
    <div className={classes.page}>
      {wide && <CallAside filter={filter} current={callId} />}
      <CallView key={callId} callId={callId} filter={filter} back={!wide} />
    </div>
  );
}
