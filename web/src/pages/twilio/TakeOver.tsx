import { useTranslation } from 'react-i18next';
import type { WorkspaceNumber } from '../../api/types';
import { Confirm } from '../../ui/Confirm';
import { phoneNumber } from '../../ui/phoneNumber';
import { isTrunk } from './lines';
import { useTwilioActs } from './useTwilio';

/** Before a number is taken from whoever has it now. */
export function TakeOver({ number, onClose }: { number: WorkspaceNumber; onClose(): void }) {
  const { t } = useTranslation();
  const { repair } = useTwilioActs();
  const written = phoneNumber(number.phoneNumber);
  const elsewhere = number.connection === 'elsewhere';
  const what = elsewhere
    ? t('twilio.takeOver.elsewhere', { name: number.heldBy ?? t('twilio.anotherWorkspace') })
    : isTrunk(number)
      ? t('twilio.takeOver.trunk')
      : t('twilio.takeOver.asks');
  return (
    <Confirm
      title={t('twilio.takeOver.title', { number: written })}
      verb={t('twilio.takeOver.verb', { number: written })}
      run={() => repair([number.id], true)}
      onClose={onClose}
    >
      {what}
    </Confirm>
  );
}
