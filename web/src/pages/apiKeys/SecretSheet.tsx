import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { NewApiKey } from '../../api/types';
import { CopyField } from '../../ui/CopyField';
import { Sheet } from '../../ui/Sheet';
import page from '../page.module.css';

/** The secret, this once: nobody can show it again. */
export function SecretSheet({ made, onClose }: { made: NewApiKey; onClose(): void }) {
  const { t } = useTranslation();
  return (
    <Sheet
      title={t('apiKeys.secretTitle', { name: made.apiKey.name })}
      dirty={false}
      onClose={onClose}
    >
      <div className={page.form}>
        <p>{t('apiKeys.secretLead')}</p>
        <CopyField value={made.secret} label={t('apiKeys.secret')} />
        <p className={page.hint}>{t('apiKeys.secretUse')}</p>
        <div className={page.actions}>
          <Button onClick={onClose}>{t('apiKeys.secretKept')}</Button>
        </div>
      </div>
    </Sheet>
  );
}
