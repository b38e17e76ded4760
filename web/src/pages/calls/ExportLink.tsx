import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CallFilter } from '../../api/callQueries';
import { useSession } from '../../session/SessionContext';
import { Icon } from '../../ui/Icon';

/** Where the browser fetches the history as CSV; it streams, so nothing of it is held here. */
export function exportAddress(workspaceId: string, filter: CallFilter): string {
  const query = new URLSearchParams({ workspace: workspaceId });
  for (const [name, value] of Object.entries(filter)) {
    if (value !== undefined) query.set(name, String(value));
  }
  return `/api/calls/export?${query}`;
}

export function ExportLink({ filter }: { filter: CallFilter }) {
  const { t } = useTranslation();
  const { workspace, can } = useSession();
  if (!can('calls.export')) return null;
  return (
    <Button
      component="a"
      variant="default"
      href={exportAddress(workspace.id, filter)}
      download
      aria-label={t('call.export')}
      title={t('call.export')}
    >
      <Icon name="download" />
    </Button>
  );
}
