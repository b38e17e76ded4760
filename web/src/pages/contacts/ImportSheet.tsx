import { Modal } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContactImport } from '../../api/types';
import { ImportPreview } from './ImportPreview';
import { ImportResult } from './ImportResult';
import { ImportSource, type Source } from './ImportSource';

/** Many contacts from a file, in three steps: which file, what would become of it, what did. */
export function ImportSheet({ onClose }: { onClose(): void }) {
  const { t } = useTranslation();
  const [source, setSource] = useState<Source>();
  const [done, setDone] = useState<ContactImport>();
  return (
    <Modal
      opened
      onClose={onClose}
      title={done ? t('contacts.import.doneTitle') : t('contacts.import.title')}
      size={source && !done ? 760 : 520}
      closeOnClickOutside={!source || done !== undefined}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      {done ? (
        <ImportResult result={done} onClose={onClose} />
      ) : source ? (
        <ImportPreview
          source={source}
          onBack={() => setSource(undefined)}
          onDone={setDone}
          onClose={onClose}
        />
      ) : (
        <ImportSource onSource={setSource} onClose={onClose} />
      )}
    </Modal>
  );
}
