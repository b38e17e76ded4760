import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client';
import { checking, email, required } from '../../forms/checks';
import { FormError } from '../../forms/FormError';
import { useForm } from '../../forms/useForm';
import { useEnter } from './useEnter';

const FIELDS = ['email', 'password'] as const;

export function SignInForm({ next }: { next: string | undefined }) {
  const { t } = useTranslation();
  const enter = useEnter();
  const form = useForm({
    fields: FIELDS,
    check: checking({ email, password: required }),
    submit: ({ email, password }) =>
      answer(api.POST('/api/session', { body: { email: email.trim(), password } })),
    onDone: (session) => enter(session, next),
  });
  return (
    <form {...form.props}>
      <FormError>{form.general}</FormError>
      <TextInput
        {...form.field('email')}
        label={t('field.email')}
        type="email"
        autoComplete="username"
        autoFocus
      />
      <PasswordInput
        {...form.field('password')}
        label={t('field.password')}
        autoComplete="current-password"
        visibilityToggleButtonProps={{ 'aria-label': t('field.showPassword') }}
      />
      <Button type="submit" loading={form.pending}>
        {t('signIn.submit')}
      </Button>
    </form>
  );
}
