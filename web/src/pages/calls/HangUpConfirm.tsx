import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client';
import type { Call } from '../../api/types';
import { Confirm } from '../../ui/Confirm';

/** Before a call is ended that others are speaking in. */
export function HangUpConfirm({
  call,
  who,
  onClose,
}: {
  call: Call;
  who: string;
  onClose(): void;
}) {
  const { t } = useTranslation();
  return (
    <Confirm
      title={t('call.hangUpTitle', { who })}
      verb={t('call.hangUp')}
      run={() =>
        answer(api.POST('/api/calls/{callId}/hang-up', { params: { path: { callId: call.id } } }))
      }
      onClose={onClose}
    >
      {call.memberName ? t('call.hangUpText', { agent: call.memberName }) : t('call.hangUpWaiting')}
    </Confirm>
  );
}
