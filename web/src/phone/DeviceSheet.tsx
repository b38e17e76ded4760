import { useTranslation } from 'react-i18next';
import { Sheet } from '../ui/Sheet';
import { DeviceFields } from './DeviceFields';

/** Microphone and loudspeakers, from the panel. */
export default function DeviceSheet({ onClose }: { onClose(): void }) {
  const { t } = useTranslation();
  return (
    <Sheet title={t('softphone.devices.title')} onClose={onClose}>
      <DeviceFields measuring />
    </Sheet>
  );
}
