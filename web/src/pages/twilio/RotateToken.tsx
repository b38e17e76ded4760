import { useTranslation } from 'react-i18next';
import { Confirm } from '../../ui/Confirm';
import { toasts } from '../../ui/toasts';
import { useTwilioActs } from './useTwilio';

export function RotateToken({ onClose }: { onClose(): void }) {
  const { t } = useTranslation();
  const { rotate } = useTwilioActs();
  return (
    <Confirm
      title={t('twilio.rotate.title')}
      verb={t('twilio.rotate.verb')}
      run={async () => {
        await rotate();
        toasts.show(t('twilio.replace.done'));
      }}
      onClose={onClose}
    >
      {t('twilio.rotate.text')}
    </Confirm>
  );
}
