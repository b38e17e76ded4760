import { Modal } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Confirm } from './Confirm';

/** Making or editing something with several fields. Esc asks only if something was typed. */
export function Sheet({
  title,
  dirty = false,
  onClose,
  children,
}: {
  title: string;
  dirty?: boolean;
  onClose(): void;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Modal
        opened
        onClose={() => (dirty ? setAsking(true) : onClose())}
        title={title}
        closeOnClickOutside={!dirty}
        closeOnEscape={!asking}
        closeButtonProps={{ 'aria-label': t('action.close') }}
      >
        {children}
      </Modal>
      {asking && (
        <Confirm
          title={t('sheet.discardTitle')}
          verb={t('sheet.discard')}
          run={async () => onClose()}
          onClose={() => setAsking(false)}
        >
          {t('sheet.discardText')}
        </Confirm>
      )}
    </>
  );
}
