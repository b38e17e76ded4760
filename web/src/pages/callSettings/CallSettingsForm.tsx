import { Button, Select, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client';
import { keys } from '../../api/queries';
import type { CallSettings } from '../../api/types';
import { FormError } from '../../forms/FormError';
import { useForm } from '../../forms/useForm';
import { useUnsafeReason } from '../../realtime/useUnsafeReason';
import { useSession } from '../../session/SessionContext';
import { toasts } from '../../ui/toasts';
import page from '../page.module.css';

const DAYS = [30, 90, 180, 365, 730, 3650] as const;
const SECONDS = [0, 15, 30, 60, 120, 300, 600] as const;
const FOREVER = 'forever';

/** One's own value among the usual ones. */
const among = (usual: readonly number[], value: number): number[] =>
  [...new Set([...usual, value])].sort((a, b) => a - b);

/** Recording, its notice, how long recordings stay, and how long members write a call up. */
export function CallSettingsForm({ settings }: { settings: CallSettings }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const unsafe = useUnsafeReason();
  const { workspace, can } = useSession();
  const editable = can('workspace.edit');
  const [record, setRecord] = useState(settings.record ? 'on' : 'off');
  const form = useForm({
    fields: ['record', 'notice', 'keepRecordingsDays', 'wrapUpSeconds'] as const,
    submit: (values) =>
      answer(
        api.PUT('/api/call-settings', {
          body: {
            record: values.record === 'on',
            notice: values.notice.trim(),
            keepRecordingsDays:
              values.keepRecordingsDays === FOREVER ? null : Number(values.keepRecordingsDays),
            wrapUpSeconds: Number(values.wrapUpSeconds),
          },
        }),
      ),
    onDone: (saved) => {
      queries.setQueryData(keys.callSettings(workspace.id), saved);
      toasts.show(t('action.saved'));
    },
  });
  return (
    <form {...form.props} className={`${page.card} ${page.padded} ${page.form} ${page.section}`}>
      <FormError>{form.general}</FormError>
      <Select
        {...form.field('record')}
        label={t('callSettings.record')}
        description={t('callSettings.recordHint')}
        data={[
          { value: 'on', label: t('callSettings.recordOn') },
          { value: 'off', label: t('callSettings.recordOff') },
        ]}
        value={record}
        onChange={(value) => value && setRecord(value)}
        disabled={!editable}
      />
      <Textarea
        {...form.field('notice')}
        label={t('callSettings.notice')}
        description={
          record === 'on' ? t('callSettings.noticeHint') : t('callSettings.noticeUnused')
        }
        autosize
        minRows={2}
        maxRows={6}
        maxLength={500}
        defaultValue={settings.notice}
        disabled={!editable}
      />
      <Select
        {...form.field('keepRecordingsDays')}
        label={t('callSettings.keep')}
        description={t('callSettings.keepHint')}
        data={[
          ...among(DAYS, settings.keepRecordingsDays ?? 90).map((days) => ({
            value: String(days),
            label: t('callSettings.days', { count: days }),
          })),
          { value: FOREVER, label: t('callSettings.forever') },
        ]}
        defaultValue={String(settings.keepRecordingsDays ?? FOREVER)}
        disabled={!editable}
      />
      <Select
        {...form.field('wrapUpSeconds')}
        label={t('callSettings.wrapUp')}
        description={t('callSettings.wrapUpHint')}
        data={among(SECONDS, settings.wrapUpSeconds).map((seconds) => ({
          value: String(seconds),
          label:
            seconds === 0
              ? t('callSettings.noWrapUp')
              : t('callSettings.seconds', { count: seconds }),
        }))}
        defaultValue={String(settings.wrapUpSeconds)}
        disabled={!editable}
      />
      {editable ? (
        <div className={page.actions}>
          <Button
            type="submit"
            loading={form.pending}
            disabled={unsafe !== undefined}
            title={unsafe}
          >
            {t('action.save')}
          </Button>
        </div>
      ) : (
        <p className={page.hint}>{t('general.readOnly')}</p>
      )}
    </form>
  );
}
