import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CallViewFilter } from '../../api/types';
import { useDialpad } from '../../phone/Phone';
import { useSession } from '../../session/SessionContext';
import { EmptyState } from '../../ui/EmptyState';
import { isFiltered } from './view';

/** No call fits, or there has been none yet. */
export function NoCalls({ filter, onReset }: { filter: CallViewFilter; onReset(): void }) {
  const { t } = useTranslation();
  const { can } = useSession();
  const dialpad = useDialpad();
  if (isFiltered(filter)) {
    const action = (
      <Button variant="default" onClick={onReset}>
        {t('call.showAll')}
      </Button>
    );
    return <EmptyState action={action}>{t('call.noneFiltered')}</EmptyState>;
  }
  const action = can('calls.make') && (
    <Button onClick={() => dialpad.open()}>{t('call.callSomebody')}</Button>
  );
  return <EmptyState action={action}>{t('call.none')}</EmptyState>;
}
