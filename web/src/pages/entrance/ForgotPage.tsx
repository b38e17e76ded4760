import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client';
import { instanceQuery } from '../../api/queries';
import { checking, email } from '../../forms/checks';
import { FormError } from '../../forms/FormError';
import { useForm } from '../../forms/useForm';
import { Entrance } from './Entrance';

const FIELDS = ['email'] as const;

export default function ForgotPage() {
  const { t } = useTranslation();
  const { data: instance } = useQuery(instanceQuery);
  const [sentTo, setSentTo] = useState<string>();
  const back = <Link to="/sign-in">{t('forgot.back')}</Link>;
  const form = useForm({
    fields: FIELDS,
    check: checking({ email }),
    submit: async (values) => {
      const email = values.email.trim();
      await answer(api.POST('/api/password-resets', { body: { email } }));
      return email;
    },
    onDone: setSentTo,
  });

  if (instance && !instance.mailConfigured) {
    return <Entrance title={t('forgot.title')} lead={t('forgot.noMail')} below={back} />;
  }
  if (sentTo) {
    return (
      <Entrance
        title={t('forgot.sentTitle')}
        lead={t('forgot.sent', { email: sentTo })}
        below={back}
      />
    );
  }
  return (
    <Entrance title={t('forgot.title')} lead={t('forgot.lead')} below={back}>
      <form {...form.props}>
        <FormError>{form.general}</FormError>
        <TextInput
          {...form.field('email')}
          label={t('field.email')}
          type="email"
          autoComplete="username"
          autoFocus
        />
        <Button type="submit" loading={form.pending}>
          {t('forgot.submit')}
        </Button>
      </form>
    </Entrance>
  );
}
