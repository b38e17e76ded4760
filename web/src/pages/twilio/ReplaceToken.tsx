import { Button, PasswordInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { checking } from '../../forms/checks';
import { FormError } from '../../forms/FormError';
import { useForm } from '../../forms/useForm';
import { Sheet } from '../../ui/Sheet';
import { toasts } from '../../ui/toasts';
import page from '../page.module.css';
import { authTokenFault, pasted } from './credentials';
import { useTwilioActs } from './useTwilio';

/** For an Auth Token that was exchanged in Twilio's console. */
export function ReplaceToken({ onClose }: { onClose(): void }) {
  const { t } = useTranslation();
  const { replaceToken } = useTwilioActs();
  const form = useForm({
    fields: ['authToken'] as const,
    check: checking({ authToken: authTokenFault }),
    submit: ({ authToken }) => replaceToken(pasted(authToken)),
    onDone: () => {
      toasts.show(t('twilio.replace.done'));
      onClose();
    },
    place: { 'twilio-credentials': 'authToken' },
  });
  return (
    <Sheet title={t('twilio.replace.title')} dirty={form.touched} onClose={onClose}>
      <form {...form.props} className={page.form}>
        <p className={page.hint}>{t('twilio.replace.lead')}</p>
        <FormError>{form.general}</FormError>
        <PasswordInput
          {...form.field('authToken')}
          label={t('field.authToken')}
          maxLength={200}
          autoComplete="off"
          visibilityToggleButtonProps={{ 'aria-label': t('field.showToken') }}
          data-autofocus
        />
        <div className={page.actions}>
          <Button variant="default" onClick={onClose}>
            {t('action.cancel')}
          </Button>
          <Button type="submit" loading={form.pending}>
            {t('twilio.replace.submit')}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
