import { Button, PasswordInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client';
import { keys } from '../../api/queries';
import { checking, newPassword, PASSWORD_LENGTH } from '../../forms/checks';
import { FormError } from '../../forms/FormError';
import { useForm } from '../../forms/useForm';
import { fragmentToken, useFragmentToken } from '../../session/fragmentToken';
import { toasts } from '../../ui/toasts';
import { Entrance } from './Entrance';

const FIELDS = ['password'] as const;

/** Chooses a new password with the token of a reset link. */
export default function ResetPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const token = useFragmentToken('/reset');
  const form = useForm({
    fields: FIELDS,
    check: checking({ password: newPassword }),
    submit: ({ password }) =>
      answer(api.POST('/api/password-resets/complete', { body: { token: token ?? '', password } })),
    onDone: () => {
      fragmentToken.forget();
      // Every session of the person has ended, this browser's too.
      queries.setQueryData(keys.session, null);
      toasts.show(t('reset.done'));
      void navigate({ to: '/sign-in', replace: true });
    },
  });

  const again = <Link to="/forgot">{t('reset.again')}</Link>;
  if (!token) return <Entrance title={t('reset.title')} lead={t('reset.noToken')} below={again} />;
  return (
    <Entrance title={t('reset.title')} lead={t('reset.lead')} below={form.general && again}>
      <form {...form.props}>
        <FormError>{form.general}</FormError>
        <PasswordInput
          {...form.field('password')}
          label={t('field.newPassword')}
          description={t('form.passwordHint', { count: PASSWORD_LENGTH })}
          autoComplete="new-password"
          visibilityToggleButtonProps={{ 'aria-label': t('field.showPassword') }}
          autoFocus
        />
        <Button type="submit" loading={form.pending}>
          {t('reset.submit')}
        </Button>
      </form>
    </Entrance>
  );
}
