import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client';
import type { Contact } from '../../api/types';
import { applyContactRemoved } from '../../realtime/applyContact';
import { useSession } from '../../session/SessionContext';
import { Confirm } from '../../ui/Confirm';
import { toasts } from '../../ui/toasts';
import { called } from './called';

/** Before somebody is removed for good; their calls stay. */
export function RemoveContact({
  contact,
  onClose,
  onRemoved,
}: {
  contact: Contact;
  onClose(): void;
  onRemoved(): void;
}) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { workspace } = useSession();
  const name = called(contact);
  async function remove(): Promise<void> {
    await answer(
      api.DELETE('/api/contacts/{contactId}', { params: { path: { contactId: contact.id } } }),
    );
    onRemoved();
    applyContactRemoved(queries, workspace.id, contact.id);
    toasts.show(t('contacts.removed', { name }));
  }
  return (
    <Confirm
      title={t('contacts.removeTitle', { name })}
      verb={t('contacts.removeVerb', { name })}
      run={remove}
      onClose={onClose}
    >
      <p>{t('contacts.removeText')}</p>
    </Confirm>
  );
}
