import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client';
import { applyNumbersChanged } from '../../realtime/applyTwilioEvent';
import { useUnsafeReason } from '../../realtime/useUnsafeReason';
import { useSession } from '../../session/SessionContext';
import { toasts } from '../../ui/toasts';
import { useAct } from '../../ui/useAct';

/** Looks at Twilio for numbers that were bought or released elsewhere. */
export function SyncButton() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { workspace } = useSession();
  const unsafe = useUnsafeReason();
  const sync = useAct(async () => {
    const { added, released } = await answer(api.POST('/api/numbers/sync'));
    applyNumbersChanged(queries, workspace.id);
    const said = [
      ...(added > 0 ? [t('number.syncedAdded', { count: added })] : []),
      ...(released > 0 ? [t('number.syncedReleased', { count: released })] : []),
    ];
    toasts.show(said.join(' · ') || t('number.synced'));
  });
  return (
    <Button
      variant="default"
      loading={sync.isPending}
      disabled={unsafe !== undefined}
      title={unsafe}
      onClick={() => sync.mutate()}
    >
      {t('number.sync')}
    </Button>
  );
}
