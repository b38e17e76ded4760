import { Button, Select } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type AuditFilter, apiKeysQuery, keys, membersQuery } from '../../api/queries';
import { useSession } from '../../session/SessionContext';
import classes from './audit.module.css';

/** The beginnings of the actions that the server knows (everything before the dot). */
const SUBJECTS = [
  'session',
  'member',
  'invitation',
  'api-key',
  'workspace',
  'twilio',
  'number',
] as const;

export function AuditFilters({
  filter,
  onChange,
}: {
  filter: AuditFilter;
  onChange(filter: AuditFilter): void;
}) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { workspace, can } = useSession();
  const { data: members } = useQuery({
    ...membersQuery(workspace.id),
    enabled: can('members.read'),
  });
  const { data: apiKeys } = useQuery({
    ...apiKeysQuery(workspace.id),
    enabled: can('api-keys.manage'),
  });
  const actors = useMemo(
    () => [
      { group: t('people.members'), items: (members ?? []).map(option) },
      { group: t('nav.apiKeys'), items: (apiKeys ?? []).map(option) },
    ],
    [members, apiKeys, t],
  );
  return (
    <div className={classes.filters}>
      <Select
        aria-label={t('audit.what')}
        placeholder={t('audit.anything')}
        clearable
        data={SUBJECTS.map((value) => ({ value, label: t(`audit.subject.${value}`) }))}
        value={filter.action ?? null}
        onChange={(action) => onChange({ ...filter, action: action ?? undefined })}
      />
      <Select
        aria-label={t('audit.who')}
        placeholder={t('audit.anybody')}
        clearable
        searchable
        data={actors}
        value={filter.actor ?? null}
        onChange={(actor) => onChange({ ...filter, actor: actor ?? undefined })}
      />
      <Button
        variant="default"
        onClick={() => void queries.invalidateQueries({ queryKey: keys.audit(workspace.id) })}
      >
        {t('audit.refresh')}
      </Button>
    </div>
  );
}

const option = ({ id, name }: { id: string; name: string }) => ({ value: id, label: name });
