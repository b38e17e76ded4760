import { Button, Select, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client';
import { keys } from '../../api/queries';
import type { Language, Session } from '../../api/types';
import { checking, required } from '../../forms/checks';
import { FormError } from '../../forms/FormError';
import { useForm } from '../../forms/useForm';
import { LANGUAGES, speak } from '../../i18n';
import { patchQuery } from '../../realtime/patchQuery';
import { useUnsafeReason } from '../../realtime/useUnsafeReason';
import { useSession } from '../../session/SessionContext';
import { toasts } from '../../ui/toasts';
import page from '../page.module.css';

export function PersonForm() {
  const { t, i18n } = useTranslation();
  const queries = useQueryClient();
  const unsafe = useUnsafeReason();
  const { user } = useSession();
  const form = useForm({
    fields: ['name', 'language'] as const,
    check: checking({ name: required }),
    submit: ({ name, language }) =>
      answer(api.PATCH('/api/profile', { body: { name, language: language as Language } })),
    onDone: async (changed) => {
      patchQuery<Session>(queries, keys.session, (session) => ({ ...session, user: changed }));
      await speak(changed.language);
      toasts.show(i18n.t('action.saved'));
    },
  });
  return (
    <section className={page.section} aria-labelledby="person">
      <div className={page.sectionHead}>
        <h2 id="person">{t('profile.person')}</h2>
      </div>
      <form {...form.props} className={`${page.card} ${page.padded} ${page.form}`}>
        <FormError>{form.general}</FormError>
        <TextInput
          {...form.field('name')}
          key={user.name}
          label={t('field.name')}
          defaultValue={user.name}
          maxLength={100}
          autoComplete="name"
        />
        <TextInput label={t('field.email')} value={user.email} readOnly disabled />
        <Select
          {...form.field('language')}
          key={user.language}
          label={t('field.language')}
          data={Object.entries(LANGUAGES).map(([value, label]) => ({ value, label }))}
          defaultValue={user.language}
        />
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
      </form>
    </section>
  );
}
