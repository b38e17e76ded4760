import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client';
import { apiKeysQuery, keys } from '../../api/queries';
import type { ApiKey, NewApiKey } from '../../api/types';
import { useUnsafeReason } from '../../realtime/useUnsafeReason';
import { useSession } from '../../session/SessionContext';
import { Toolbar } from '../../shell/Toolbar';
import { Confirm } from '../../ui/Confirm';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorPanel } from '../../ui/ErrorPanel';
import { Icon } from '../../ui/Icon';
import { SkeletonRows } from '../../ui/Skeleton';
import { toasts } from '../../ui/toasts';
import page from '../page.module.css';
import { ApiKeyLine } from './ApiKeyLine';
import { MakeKeySheet } from './MakeKeySheet';
import { SecretSheet } from './SecretSheet';

export default function ApiKeysPage() {
  const { t } = useTranslation();
  const { workspace, can } = useSession();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const unsafe = useUnsafeReason();
  const { make } = useSearch({ from: '/desk/settings/api-keys' });
  const list = useQuery({ ...apiKeysQuery(workspace.id), enabled: can('api-keys.manage') });
  const [made, setMade] = useState<NewApiKey>();
  const [revoking, setRevoking] = useState<ApiKey>();
  const showSheet = (shown: boolean) =>
    void navigate({
      to: '/settings/api-keys',
      search: { make: shown || undefined },
      replace: true,
    });
  const refresh = () => queries.invalidateQueries({ queryKey: keys.apiKeys(workspace.id) });

  async function revoke({ id, name }: ApiKey): Promise<void> {
    await answer(api.DELETE('/api/api-keys/{apiKeyId}', { params: { path: { apiKeyId: id } } }));
    await refresh();
    toasts.show(t('apiKeys.revoked', { name }));
  }

  if (!can('api-keys.manage')) return <EmptyState>{t('problem.forbidden')}</EmptyState>;
  const makeButton = (
    <Button
      leftSection={<Icon name="plus" />}
      disabled={unsafe !== undefined}
      title={unsafe}
      onClick={() => showSheet(true)}
    >
      {t('apiKeys.make')}
    </Button>
  );
  return (
    <>
      <Toolbar title={t('nav.apiKeys')} actions={list.data?.length !== 0 && makeButton} />
      <div className={page.page}>
        <div className={page.wide}>
          <p className={page.hint} style={{ margin: '0 2px 12px' }}>
            {t('apiKeys.lead')}
          </p>
          <div className={page.card}>
            {list.isPending && <SkeletonRows rows={3} height={52} />}
            {list.error && !list.data && (
              <ErrorPanel error={list.error} onRetry={() => void list.refetch()} />
            )}
            {list.data?.length === 0 && (
              <EmptyState action={makeButton}>{t('apiKeys.none')}</EmptyState>
            )}
            <ul>
              {list.data?.map((key) => (
                <ApiKeyLine key={key.id} apiKey={key} onRevoke={() => setRevoking(key)} />
              ))}
            </ul>
          </div>
        </div>
      </div>
      {make && (
        <MakeKeySheet
          onClose={() => showSheet(false)}
          onMade={(key) => {
            setMade(key);
            void refresh();
          }}
        />
      )}
      {made && <SecretSheet made={made} onClose={() => setMade(undefined)} />}
      {revoking && (
        <Confirm
          title={t('apiKeys.revokeTitle', { name: revoking.name })}
          verb={t('apiKeys.revokeVerb', { name: revoking.name })}
          run={() => revoke(revoking)}
          onClose={() => setRevoking(undefined)}
        >
          {t('apiKeys.revokeText', { prefix: revoking.prefix })}
        </Confirm>
      )}
    </>
  );
}
