import { Button, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api/client';
import { keys } from '../api/queries';
import { checking, required } from '../forms/checks';
import { FormError } from '../forms/FormError';
import { useForm } from '../forms/useForm';
import { placeHere } from '../i18n/place';
import page from '../pages/page.module.css';
import { currentWorkspace } from '../session/currentWorkspace';
import { Sheet } from '../ui/Sheet';
import { toasts } from '../ui/toasts';

/** Another workspace, with me as its owner; this tab goes there. */
export function NewWorkspaceSheet({ onClose }: { onClose(): void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const form = useForm({
    fields: ['name'] as const,
    check: checking({ name: required }),
    submit: ({ name }) =>
      answer(api.POST('/api/workspaces', { body: { name: name.trim(), ...placeHere() } })),
    onDone: async ({ id, name }) => {
      onClose();
      await queries.refetchQueries({ queryKey: keys.session });
      currentWorkspace.choose(id);
      toasts.show(t('workspaces.made', { name }));
    },
  });
  return (
    <Sheet title={t('workspaces.another')} dirty={form.touched} onClose={onClose}>
      <form {...form.props} className={page.form}>
        <FormError>{form.general}</FormError>
        <TextInput
          {...form.field('name')}
          label={t('field.workspaceName')}
          description={t('signUp.workspaceHint')}
          maxLength={100}
          autoComplete="off"
          data-autofocus
        />
        <div className={page.actions}>
          <Button variant="default" onClick={onClose}>
            {t('action.cancel')}
          </Button>
          <Button type="submit" loading={form.pending}>
            {t('workspaces.make')}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
