import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client';
import { instanceQuery } from '../../api/queries';
import { checking, email, newPassword, PASSWORD_LENGTH, required } from '../../forms/checks';
import { FormError } from '../../forms/FormError';
import { useForm } from '../../forms/useForm';
import { Entrance } from './Entrance';
import { useEnter } from './useEnter';

const FIELDS = ['workspaceName', 'name', 'email', 'password'] as const;

export default function SignUpPage() {
  const { t } = useTranslation();
  const { data: instance } = useQuery(instanceQuery);
  const back = <Link to="/sign-in">{t('signUp.have')}</Link>;
  if (instance && !instance.signUpOpen) {
    return <Entrance title={t('signUp.closedTitle')} lead={t('signUp.closed')} below={back} />;
  }
  return (
    <Entrance title={t('signUp.title')} lead={t('signUp.lead')} below={back}>
      <SignUpForm />
    </Entrance>
  );
}

/** The country of the browser's first language that names one. */
function countryHere(): string | undefined {
  const regions = navigator.languages.map((tag) => new Intl.Locale(tag).region);
  return regions.find((region) => region && /^[A-Z]{2}$/.test(region));
}

function SignUpForm() {
  const { t } = useTranslation();
  const enter = useEnter();
  const form = useForm({
    fields: FIELDS,
    check: checking({ workspaceName: required, name: required, email, password: newPassword }),
    submit: ({ email, ...values }) =>
      answer(
        api.POST('/api/sign-up', {
          body: {
            ...values,
            email: email.trim(),
            country: countryHere(),
            timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
          },
        }),
      ),
    onDone: (session) => enter(session),
    place: { 'email-taken': 'email' },
  });
  return (
    <form {...form.props}>
      <FormError>{form.general}</FormError>
      <TextInput
        {...form.field('workspaceName')}
        label={t('field.workspaceName')}
        description={t('signUp.workspaceHint')}
        autoComplete="organization"
        maxLength={100}
        autoFocus
      />
      <TextInput
        {...form.field('name')}
        label={t('field.name')}
        autoComplete="name"
        maxLength={100}
      />
      <TextInput
        {...form.field('email')}
        label={t('field.email')}
        type="email"
        autoComplete="username"
      />
      <PasswordInput
        {...form.field('password')}
        label={t('field.password')}
        description={t('form.passwordHint', { count: PASSWORD_LENGTH })}
        autoComplete="new-password"
        visibilityToggleButtonProps={{ 'aria-label': t('field.showPassword') }}
      />
      <Button type="submit" loading={form.pending}>
        {t('signUp.submit')}
      </Button>
    </form>
  );
}
