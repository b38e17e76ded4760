import { Button, PasswordInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client';
import { keys } from '../../api/queries';
import { checking, newPassword, PASSWORD_LENGTH, required } from '../../forms/checks';
import { FormError } from '../../forms/FormError';
import { useForm } from '../../forms/useForm';
import { useUnsafeReason } from '../../realtime/useUnsafeReason';
import { useSession } from '../../session/SessionContext';
import { toasts } from '../../ui/toasts';
import page from '../page.module.css';

/** A new password; it ends every session but this one. */
export function PasswordForm() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const unsafe = useUnsafeReason();
  const { user } = useSession();
  const [round, setRound] = useState(0);
  const form = useForm({
    fields: ['currentPassword', 'newPassword'] as const,
    check: checking({ currentPassword: required, newPassword }),
    submit: (values) => answer(api.PUT('/api/profile/password', { body: values })),
    onDone: () => {
      setRound(round + 1); // empties the fields
      void queries.invalidateQueries({ queryKey: keys.openSessions });
      toasts.show(t('profile.passwordChanged'));
    },
    place: { 'wrong-password': 'currentPassword' },
  });
  const toggle = { 'aria-label': t('field.showPassword') };
  return (
    <section className={page.section} aria-labelledby="password">
      <div className={page.sectionHead}>
        <h2 id="password">{t('field.password')}</h2>
      </div>
      <form {...form.props} key={round} className={`${page.card} ${page.padded} ${page.form}`}>
        <FormError>{form.general}</FormError>
        <input type="hidden" autoComplete="username" value={user.email} readOnly />
        <PasswordInput
          {...form.field('currentPassword')}
          label={t('field.currentPassword')}
          autoComplete="current-password"
          visibilityToggleButtonProps={toggle}
        />
        <PasswordInput
          {...form.field('newPassword')}
          label={t('field.newPassword')}
          description={t('form.passwordHint', { count: PASSWORD_LENGTH })}
          autoComplete="new-password"
          visibilityToggleButtonProps={toggle}
        />
        <div className={page.actions}>
          <Button
            type="submit"
            variant="default"
            loading={form.pending}
            disabled={unsafe !== undefined}
            title={unsafe}
          >
            {t('profile.changePassword')}
          </Button>
        </div>
      </form>
    </section>
  );
}
