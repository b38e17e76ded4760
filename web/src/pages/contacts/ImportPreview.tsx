import { Button } from '@mantine/core';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client';
import { UnreachableError } from '../../api/problem';
import { workspaceKey } from '../../api/queries';
import type { ContactField, ContactImport } from '../../api/types';
import { FormError } from '../../forms/FormError';
import { useSentence } from '../../forms/useSentence';
import { applyContactsChanged } from '../../realtime/applyContact';
import { useUnsafeReason } from '../../realtime/useUnsafeReason';
import { useSession } from '../../session/SessionContext';
import { ErrorPanel } from '../../ui/ErrorPanel';
import { Segmented } from '../../ui/Segmented';
import { SkeletonRows } from '../../ui/Skeleton';
import page from '../page.module.css';
import { ImportColumns } from './ImportColumns';
import { ImportProblems } from './ImportProblems';
import { ImportSample } from './ImportSample';
import type { Source } from './ImportSource';
import classes from './import.module.css';

const KNOWN = ['skip', 'fill', 'replace'] as const;
type Known = (typeof KNOWN)[number];

/** What the file would do, as the server says; each choice asks it again. Nothing is written before the button. */
export function ImportPreview({
  source,
  onBack,
  onDone,
  onClose,
}: {
  source: Source;
  onBack(): void;
  onDone(result: ContactImport): void;
  onClose(): void;
}) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const unsafe = useUnsafeReason();
  const queries = useQueryClient();
  const { workspace } = useSession();
  const file = useId();
  const [mapping, setMapping] = useState<ContactField[]>();
  const [known, setKnown] = useState<Known>('fill');
  const send = (preview: boolean, signal?: AbortSignal) =>
    answer(
      api.POST('/api/contacts/import', {
        body: { csv: source.csv, preview, known, ...(mapping ? { mapping } : {}) },
        ...(signal ? { signal } : {}),
      }),
    );
  const preview = useQuery({
    queryKey: [...workspaceKey(workspace.id), 'contact-import', file, mapping, known],
    queryFn: ({ signal }) => send(true, signal),
    placeholderData: keepPreviousData,
    gcTime: 0,
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  });
  const act = useMutation({
    mutationFn: () => send(false),
    onSuccess: (result) => {
      applyContactsChanged(queries, workspace.id);
      onDone(result);
    },
  });

  if (preview.isPending) return <SkeletonRows rows={5} height={44} />;
  if (!preview.data) {
    return (
      <>
        <ErrorPanel error={preview.error} onRetry={() => void preview.refetch()} />
        <div className={page.actions}>
          <Button variant="default" onClick={onBack}>
            {t('contacts.import.back')}
          </Button>
        </div>
      </>
    );
  }
  const found = preview.data;
  const chosen = mapping ?? found.mapping;
  const fruit = found.added + found.updated;
  const meets = found.updated + found.skipped > 0;
  const unknown = act.error instanceof UnreachableError;
  return (
    <div className={page.form} aria-busy={preview.isFetching}>
      <FormError>
        {act.error
          ? `${sentence(act.error)}${unknown ? ` ${t('contacts.import.again')}` : ''}`
          : preview.error
            ? sentence(preview.error)
            : undefined}
      </FormError>
      <p className={classes.lead}>
        <b>{source.name || t('contacts.import.pasted')}</b>{' '}
        {t('contacts.import.lines', { count: found.total })}
      </p>
      <ul className={classes.counts} aria-label={t('contacts.import.counts')}>
        <Count tone="go" count={found.added} label={t('contacts.import.new')} />
        <Count count={found.updated + found.skipped} label={t('contacts.import.known')} />
        <Count tone="stop" count={found.refused} label={t('contacts.import.refused')} />
      </ul>
      {(meets || known !== 'fill') && (
        <div className={classes.known}>
          <Segmented<Known>
            label={t('contacts.import.knownTitle')}
            value={known}
            options={KNOWN.map((value) => ({ value, label: t(`contacts.import.as.${value}`) }))}
            onChange={setKnown}
          />
          <p className={page.hint}>{t(`contacts.import.means.${known}`)}</p>
        </div>
      )}
      <ImportColumns columns={found.columns} mapping={chosen} onChange={setMapping} />
      <ImportSample sample={found.sample} />
      <ImportProblems problems={found.problems} refused={found.refused} />
      <div className={`${page.actions} ${classes.foot}`}>
        <Button
          className={classes.back}
          variant="default"
          onClick={onBack}
          disabled={act.isPending}
        >
          {t('contacts.import.back')}
        </Button>
        <Button variant="default" onClick={onClose} disabled={act.isPending}>
          {t('action.cancel')}
        </Button>
        <Button
          loading={act.isPending}
          disabled={unsafe !== undefined || fruit === 0 || preview.isFetching}
          title={unsafe}
          onClick={() => act.mutate()}
        >
          {t('contacts.import.act', { count: fruit })}
        </Button>
      </div>
    </div>
  );
}

function Count({ count, label, tone }: { count: number; label: string; tone?: 'go' | 'stop' }) {
  return (
    <li data-tone={count > 0 ? tone : undefined}>
      <b>{count}</b> {label}
    </li>
  );
}
