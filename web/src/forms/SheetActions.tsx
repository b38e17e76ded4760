import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import page from '../pages/page.module.css';
import { useUnsafeReason } from '../realtime/useUnsafeReason';

/** The end of a sheet's form: leave it, or do what it is for while the server can be reached. */
export function SheetActions({
  verb,
  pending,
  onClose,
  children,
}: {
  verb: string;
  pending: boolean;
  onClose(): void;
  /** What else can be done here; it stands first, apart from the two. */
  children?: ReactNode;
}) {
  const { t } = useTranslation();
  const unsafe = useUnsafeReason();
  return (
    <div className={page.actions}>
      {children}
      <Button variant="default" onClick={onClose}>
        {t('action.cancel')}
      </Button>
      <Button type="submit" loading={pending} disabled={unsafe !== undefined} title={unsafe}>
        {verb}
      </Button>
    </div>
  );
}
