import { Button, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client';
import { keys } from '../../api/queries';
import type { InvitationDelivery, Role } from '../../api/types';
import { checking, email } from '../../forms/checks';
import { FormError } from '../../forms/FormError';
import { useForm } from '../../forms/useForm';
import { useSession } from '../../session/SessionContext';
import { RoleSelect } from '../../ui/RoleSelect';
import { Sheet } from '../../ui/Sheet';
import { toasts } from '../../ui/toasts';
import page from '../page.module.css';

export function InviteSheet({
  onClose,
  onDelivered,
}: {
  onClose(): void;
  /** The invitation is made; its link may have to be handed over. */
  onDelivered(delivery: InvitationDelivery): void;
}) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { workspace, membership } = useSession();
  const form = useForm({
    fields: ['email', 'role'] as const,
    check: checking({ email }),
    submit: (values) =>
      answer(
        api.POST('/api/invitations', {
          body: { email: values.email.trim(), role: values.role as Role },
        }),
      ),
    onDone: (delivery) => {
      void queries.invalidateQueries({ queryKey: keys.invitations(workspace.id) });
      if (delivery.delivery.mailed) {
        toasts.show(t('people.invited', { email: delivery.invitation.email }));
      }
      onClose();
      onDelivered(delivery);
    },
    place: { 'already-member': 'email', 'already-invited': 'email' },
  });
  return (
    <Sheet title={t('people.invite')} dirty={form.touched} onClose={onClose}>
      <form {...form.props} className={page.form}>
        <FormError>{form.general}</FormError>
        <TextInput
          {...form.field('email')}
          label={t('field.email')}
          type="email"
          autoComplete="off"
          data-autofocus
        />
        <RoleSelect mine={membership.role} initial="agent" error={form.field('role').error} />
        <div className={page.actions}>
          <Button variant="default" onClick={onClose}>
            {t('action.cancel')}
          </Button>
          <Button type="submit" loading={form.pending}>
            {t('people.inviteSubmit')}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
