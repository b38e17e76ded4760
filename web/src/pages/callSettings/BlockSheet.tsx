import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { checking, required } from '../../forms/checks';
import { FormError } from '../../forms/FormError';
import { SheetActions } from '../../forms/SheetActions';
import { useForm } from '../../forms/useForm';
import { Sheet } from '../../ui/Sheet';
import { useBlocking } from '../calls/useBlocking';
import page from '../page.module.css';

/** Whose calls are not to be taken any more, and why. */
export function BlockSheet({ onClose }: { onClose(): void }) {
  const { t } = useTranslation();
  const { add } = useBlocking();
  const form = useForm({
    fields: ['phoneNumber', 'reason'] as const,
    check: (values) => checking({ phoneNumber: required })(values),
    submit: ({ phoneNumber, reason }) => add(phoneNumber.trim(), reason.trim()),
    onDone: onClose,
  });
  return (
    <Sheet title={t('blocked.add')} dirty={form.touched} onClose={onClose}>
      <form {...form.props} className={page.form}>
        <FormError>{form.general}</FormError>
        <TextInput
          {...form.field('phoneNumber')}
          label={t('blocked.number')}
          type="tel"
          maxLength={40}
          autoComplete="off"
          data-autofocus
        />
        <TextInput
          {...form.field('reason')}
          label={t('blocked.reason')}
          description={t('blocked.reasonHint')}
          maxLength={200}
          autoComplete="off"
        />
        <SheetActions verb={t('blocked.verb')} pending={form.pending} onClose={onClose} />
      </form>
    </Sheet>
  );
}
