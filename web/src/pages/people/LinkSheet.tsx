import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { LinkDelivery } from '../../api/types';
import { dayAndTimeOf } from '../../i18n/format';
import { CopyField } from '../../ui/CopyField';
import { Sheet } from '../../ui/Sheet';
import page from '../page.module.css';

/** A link that no mail server could carry: shown this once, to be handed over. */
export function LinkSheet({
  title,
  delivery,
  children,
  onClose,
}: {
  title: string;
  delivery: LinkDelivery;
  children: ReactNode;
  onClose(): void;
}) {
  const { t } = useTranslation();
  return (
    <Sheet title={title} onClose={onClose}>
      <div className={page.form}>
        <p>{children}</p>
        <CopyField value={delivery.link ?? ''} label={t('people.link')} />
        <p className={page.hint}>
          {t('people.linkOnce', { time: dayAndTimeOf(delivery.expiresAt) })}
        </p>
        <div className={page.actions}>
          <Button onClick={onClose}>{t('action.done')}</Button>
        </div>
      </div>
    </Sheet>
  );
}
