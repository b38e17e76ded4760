import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { contactQuery } from '../../api/contactQueries';
import { membersQuery } from '../../api/queries';
import { allNumbersQuery } from '../../api/twilioQueries';
import type { CallViewFilter } from '../../api/types';
import { useSession } from '../../session/SessionContext';
import { Icon } from '../../ui/Icon';
import classes from './calls.module.css';
import { OUTCOMES } from './search';
import { changed } from './view';

const DAYS = [1, 7, 30, 90, 366] as const;

interface Props {
  filter: CallViewFilter;
  onChange(filter: CallViewFilter): void;
}

/** What narrows the history, beside its four faces; what is set is lit. Memoised: the calls beside it come and go. */
export const CallFilters = memo(function CallFilters({ filter, onChange }: Props) {
  const { t } = useTranslation();
  const { workspace, can } = useSession();
  const numbers = useQuery({ ...allNumbersQuery(workspace.id), enabled: can('numbers.read') });
  const members = useQuery({ ...membersQuery(workspace.id), enabled: can('members.read') });
  const set = (change: Parameters<typeof changed>[1]) => onChange(changed(filter, change));
  return (
    <>
      <One
        label={t('call.filter.number')}
        any={t('call.filter.anyNumber')}
        searchable
        options={(numbers.data ?? []).map(({ id, friendlyName }) => [id, friendlyName])}
        value={filter.numberId}
        onChange={(numberId) => set({ numberId })}
      />
      <One
        label={t('call.filter.member')}
        any={t('call.filter.anyMember')}
        searchable
        options={(members.data ?? []).map(({ id, name }) => [id, name])}
        value={filter.memberId}
        onChange={(memberId) => set({ memberId })}
      />
      <One
        label={t('call.filter.outcome')}
        any={t('call.filter.anyOutcome')}
        options={OUTCOMES.map((outcome) => [outcome, t(`call.outcome.${outcome}`)])}
        value={filter.outcome}
        onChange={(outcome) => set({ outcome })}
      />
      <One
        label={t('call.filter.days')}
        any={t('call.filter.anyTime')}
        options={daysWith(filter.days).map((days) => [
          String(days),
          days === 1 ? t('time.today') : t('call.filter.lastDays', { count: days }),
        ])}
        value={filter.days === undefined ? undefined : String(filter.days)}
        onChange={(days) => set({ days: days === undefined ? undefined : Number(days) })}
      />
      {filter.contactId && (
        <ContactChip id={filter.contactId} onRemove={() => set({ contactId: undefined })} />
      )}
    </>
  );
});

const daysWith = (days: number | undefined): number[] =>
  [...new Set([...DAYS, ...(days === undefined ? [] : [days])])].sort((a, b) => a - b);

function One({
  label,
  any,
  options,
  value,
  searchable = false,
  onChange,
}: {
  label: string;
  any: string;
  options: [value: string, label: string][];
  value: string | undefined;
  searchable?: boolean;
  onChange(value: string | undefined): void;
}) {
  const known = value === undefined || options.some(([option]) => option === value);
  const data = known ? options : [...options, [value, value] as [string, string]];
  return (
    <Select
      className={classes.filter}
      data-set={value !== undefined || undefined}
      aria-label={label}
      placeholder={any}
      data={data.map(([option, text]) => ({ value: option, label: text }))}
      value={value ?? null}
      clearable
      clearButtonProps={{ 'aria-label': any }}
      searchable={searchable}
      onChange={(chosen) => onChange(chosen ?? undefined)}
    />
  );
}

function ContactChip({ id, onRemove }: { id: string; onRemove(): void }) {
  const { t } = useTranslation();
  const { workspace, can } = useSession();
  const { data } = useQuery({ ...contactQuery(workspace.id, id), enabled: can('contacts.read') });
  const name = data?.name || t('call.filter.oneContact');
  return (
    <button
      type="button"
      className={classes.chip}
      onClick={onRemove}
      aria-label={t('call.filter.removeContact', { name })}
    >
      {name}
      <Icon name="close" size={12} />
    </button>
  );
}
