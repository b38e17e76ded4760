import { Button, Select, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client';
import { keys } from '../../api/queries';
import type { Session } from '../../api/types';
import { checking, required } from '../../forms/checks';
import { FormError } from '../../forms/FormError';
import { useForm } from '../../forms/useForm';
import { dayOf } from '../../i18n/format';
import { withWorkspace } from '../../realtime/applyEvent';
import { patchQuery } from '../../realtime/patchQuery';
import { useUnsafeReason } from '../../realtime/useUnsafeReason';
import { useSession } from '../../session/SessionContext';
import { Toolbar } from '../../shell/Toolbar';
import { toasts } from '../../ui/toasts';
import page from '../page.module.css';
import { countryOptions } from './countries';

/** The workspace's name, country and time zone. */
export default function GeneralPage() {
  const { t, i18n } = useTranslation();
  const queries = useQueryClient();
  const unsafe = useUnsafeReason();
  const { workspace, can } = useSession();
  const editable = can('workspace.edit');
  const countries = useMemo(() => countryOptions(i18n.language), [i18n.language]);
  const form = useForm({
    fields: ['name', 'country', 'timeZone'] as const,
    check: checking({ name: required, country: required, timeZone: required }),
    submit: (values) => answer(api.PATCH('/api/workspace', { body: values })),
    onDone: (changed) => {
      patchQuery<Session>(queries, keys.session, (session) => withWorkspace(session, changed));
      toasts.show(t('action.saved'));
    },
  });
  return (
    <>
      <Toolbar title={t('nav.general')} />
      <div className={page.page}>
        <div className={page.column}>
          <form {...form.props} className={`${page.card} ${page.padded} ${page.form}`}>
            <FormError>{form.general}</FormError>
            <TextInput
              {...form.field('name')}
              key={workspace.name}
              label={t('field.workspaceName')}
              defaultValue={workspace.name}
              maxLength={100}
              disabled={!editable}
            />
            <Select
              {...form.field('country')}
              key={workspace.country}
              label={t('field.country')}
              description={t('general.countryHint')}
              data={countries}
              defaultValue={workspace.country}
              searchable
              disabled={!editable}
            />
            <Select
              {...form.field('timeZone')}
              key={workspace.timeZone}
              label={t('field.timeZone')}
              description={t('general.timeZoneHint')}
              data={zones(workspace.timeZone)}
              defaultValue={workspace.timeZone}
              searchable
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
          <p className={page.hint} style={{ margin: '12px 4px' }}>
            {t('general.madeOn', { day: dayOf(workspace.createdAt) })}
          </p>
        </div>
      </div>
    </>
  );
}

/** Every zone the browser knows, and the one that is set even if it does not. */
function zones(current: string): string[] {
  return [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', current])].sort();
}
