import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { TwilioEnvironment } from '../../api/types';
import { checking } from '../../forms/checks';
import { FormError } from '../../forms/FormError';
import { useForm } from '../../forms/useForm';
import { useUnsafeReason } from '../../realtime/useUnsafeReason';
import page from '../page.module.css';
import { accountSidFault, authTokenFault, pasted } from './credentials';
import { useTwilioActs } from './useTwilio';

/** Account SID and Auth Token; what is half pasted is told before Twilio is asked. */
export function CredentialsForm({ environment }: { environment: TwilioEnvironment }) {
  const { t } = useTranslation();
  const { configure } = useTwilioActs();
  const unsafe = useUnsafeReason();
  const form = useForm({
    fields: ['accountSid', 'authToken'] as const,
    check: checking({ accountSid: accountSidFault, authToken: authTokenFault }),
    submit: ({ accountSid, authToken }) =>
      configure({ environment, accountSid: pasted(accountSid), authToken: pasted(authToken) }),
    onDone: () => {},
  });
  return (
    <form {...form.props} className={page.form}>
      <FormError>{form.general}</FormError>
      <TextInput
        {...form.field('accountSid')}
        label={t('field.accountSid')}
        description={t('twilio.none.where')}
        placeholder="AC…"
        maxLength={200}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
      />
      <PasswordInput
        {...form.field('authToken')}
        label={t('field.authToken')}
        description={t('twilio.none.encrypted')}
        maxLength={200}
        autoComplete="off"
        visibilityToggleButtonProps={{ 'aria-label': t('field.showToken') }}
      />
      <div className={page.actions}>
        <Button type="submit" loading={form.pending} disabled={unsafe !== undefined} title={unsafe}>
          {t('twilio.none.submit')}
        </Button>
      </div>
    </form>
  );
}
