import { Button, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client';
import type { NewApiKey, Role } from '../../api/types';
import { checking, required } from '../../forms/checks';
import { FormError } from '../../forms/FormError';
import { useForm } from '../../forms/useForm';
import { useSession } from '../../session/SessionContext';
import { RoleSelect } from '../../ui/RoleSelect';
import { Sheet } from '../../ui/Sheet';
import page from '../page.module.css';

export function MakeKeySheet({
  onClose,
  onMade,
}: {
  onClose(): void;
  onMade(key: NewApiKey): void;
}) {
  const { t } = useTranslation();
  const { membership } = useSession();
  const form = useForm({
    fields: ['name', 'role'] as const,
    check: checking({ name: required }),
    submit: ({ name, role }) =>
      answer(api.POST('/api/api-keys', { body: { name: name.trim(), role: role as Role } })),
    onDone: (made) => {
      onClose();
      onMade(made);
    },
  });
  return (
    <Sheet title={t('apiKeys.make')} dirty={form.touched} onClose={onClose}>
      <form {...form.props} className={page.form}>
        <FormError>{form.general}</FormError>
        <TextInput
          {...form.field('name')}
          label={t('field.keyName')}
          description={t('apiKeys.nameHint')}
          maxLength={100}
          autoComplete="off"
          data-autofocus
        />
        <RoleSelect mine={membership.role} initial="agent" error={form.field('role').error} />
        <div className={page.actions}>
          <Button variant="default" onClick={onClose}>
            {t('action.cancel')}
          </Button>
          <Button type="submit" loading={form.pending}>
            {t('apiKeys.makeSubmit')}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
