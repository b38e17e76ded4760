import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client';
import type { InvitationPreview } from '../../api/types';
import { checking, newPassword, PASSWORD_LENGTH, required } from '../../forms/checks';
import { FormError } from '../../forms/FormError';
import { useForm } from '../../forms/useForm';
import { currentWorkspace } from '../../session/currentWorkspace';
import { fragmentToken } from '../../session/fragmentToken';
import { useEnter } from './useEnter';

/** Somebody new gives a name and a new password; somebody with an account their own password. */
export function AcceptForm({ token, preview }: { token: string; preview: InvitationPreview }) {
  const { t } = useTranslation();
  const enter = useEnter();
  const known = preview.accountExists;
  const form = useForm({
    fields: ['name', 'password'] as const,
    check: known
      ? checking({ password: required })
      : checking({ name: required, password: newPassword }),
    submit: ({ name, password }) =>
      answer(
        api.POST('/api/invitations/accept', {
          body: known ? { token, password } : { token, name, password },
        }),
      ),
    onDone: (session) => {
      fragmentToken.forget();
      const joined = session.memberships.find(
        ({ workspace }) => workspace.name === preview.workspaceName,
      );
      if (joined) currentWorkspace.choose(joined.workspace.id);
      enter(session);
    },
    place: known ? { 'sign-in-refused': 'password' } : {},
  });
  return (
    <form {...form.props}>
      <FormError>{form.general}</FormError>
      <TextInput
        label={t('field.email')}
        value={preview.email}
        readOnly
        disabled
        autoComplete="username"
      />
      {!known && (
        <TextInput
          {...form.field('name')}
          label={t('field.name')}
          autoComplete="name"
          maxLength={100}
          autoFocus
        />
      )}
      <PasswordInput
        {...form.field('password')}
        label={known ? t('invitation.yourPassword') : t('field.newPassword')}
        description={
          known ? t('invitation.known') : t('form.passwordHint', { count: PASSWORD_LENGTH })
        }
        autoComplete={known ? 'current-password' : 'new-password'}
        autoFocus={known}
        visibilityToggleButtonProps={{ 'aria-label': t('field.showPassword') }}
      />
      <Button type="submit" loading={form.pending}>
        {t('invitation.accept')}
      </Button>
    </form>
  );
}
