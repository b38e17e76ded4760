import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client';
import type { WorkspaceNumber } from '../../api/types';
import { applyNumber } from '../../realtime/applyTwilioEvent';
import { useSession } from '../../session/SessionContext';
import { Confirm } from '../../ui/Confirm';
import { phoneNumber } from '../../ui/phoneNumber';
import { toasts } from '../../ui/toasts';

/** Before a number is given back for good; the button names it. */
export function ReleaseNumber({ number, onClose }: { number: WorkspaceNumber; onClose(): void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { workspace } = useSession();
  const written = phoneNumber(number.phoneNumber);
  async function release(): Promise<void> {
    const released = await answer(
      api.POST('/api/numbers/{numberId}/release', {
        params: { path: { numberId: number.id } },
        body: { phoneNumber: number.phoneNumber },
      }),
    );
    applyNumber(queries, workspace.id, released);
    toasts.show(t('number.released', { number: written }));
  }
  return (
    <Confirm
      title={t('number.releaseTitle', { number: written })}
      verb={t('number.releaseVerb', { number: written })}
      run={release}
      onClose={onClose}
    >
      <p>{t('number.releaseText', { number: written })}</p>
      <p>{t('number.releaseStays')}</p>
    </Confirm>
  );
}
