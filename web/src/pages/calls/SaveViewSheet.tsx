import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { checking, required } from '../../forms/checks';
import { FormError } from '../../forms/FormError';
import { SheetActions } from '../../forms/SheetActions';
import { useForm } from '../../forms/useForm';
import { Sheet } from '../../ui/Sheet';
import { toasts } from '../../ui/toasts';
import page from '../page.module.css';

/** Gives the filter that is set a name. */
export function SaveViewSheet({
  names,
  save,
  onClose,
}: {
  /** Of the views that there are. */
  names: readonly string[];
  save(name: string): Promise<unknown>;
  onClose(): void;
}) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const form = useForm({
    fields: ['name'] as const,
    check: checking({ name: required }),
    submit: ({ name }) => save(name.trim()).then(() => name.trim()),
    onDone: (name) => {
      toasts.show(t('call.view.saved', { name }));
      onClose();
    },
  });
  return (
    <Sheet title={t('call.view.save')} dirty={form.touched} onClose={onClose}>
      <form {...form.props} className={page.form}>
        <FormError>{form.general}</FormError>
        <TextInput
          {...form.field('name')}
          label={t('call.view.name')}
          description={
            names.includes(typed.trim()) ? t('call.view.replaces') : t('call.view.nameHint')
          }
          maxLength={60}
          autoComplete="off"
          data-autofocus
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <SheetActions verb={t('action.save')} pending={form.pending} onClose={onClose} />
      </form>
    </Sheet>
  );
}
