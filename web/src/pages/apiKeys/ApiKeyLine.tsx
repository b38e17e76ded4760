import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ApiKey } from '../../api/types';
import { agoOf } from '../../i18n/format';
import { useUnsafeReason } from '../../realtime/useUnsafeReason';
import { Icon } from '../../ui/Icon';
import page from '../page.module.css';

export function ApiKeyLine({ apiKey, onRevoke }: { apiKey: ApiKey; onRevoke(): void }) {
  const { t } = useTranslation();
  const unsafe = useUnsafeReason();
  const { name, role, prefix, createdAt, createdBy, lastUsedAt } = apiKey;
  return (
    <li className={page.line}>
      <Icon name="key" />
      <div className={page.what}>
        <b>{name}</b>
        <span>
          <code className={page.secret}>{prefix}…</code> ·{' '}
          {createdBy
            ? t('apiKeys.madeBy', { name: createdBy, ago: agoOf(createdAt) })
            : agoOf(createdAt)}
        </span>
      </div>
      <span className={`${page.aside} ${page.wideOnly}`}>
        {lastUsedAt ? t('apiKeys.used', { ago: agoOf(lastUsedAt) }) : t('apiKeys.neverUsed')}
      </span>
      <span className={page.chip}>{t(`role.${role}`)}</span>
      <Button
        variant="default"
        aria-label={t('apiKeys.revokeVerb', { name })}
        disabled={unsafe !== undefined}
        title={unsafe}
        onClick={onRevoke}
      >
        {t('apiKeys.revoke')}
      </Button>
    </li>
  );
}
