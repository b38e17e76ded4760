import { answer, api } from '../../api/client';
import type { Contact, ContactChange } from '../../api/types';

/** Adds somebody new, or changes who has this id; what is undefined stays as it is. */
export const saveContact = (
  contactId: string | undefined,
  change: ContactChange,
): Promise<Contact> =>
  contactId === undefined
    ? answer(api.POST('/api/contacts', { body: change }))
    : answer(
        api.PATCH('/api/contacts/{contactId}', { params: { path: { contactId } }, body: change }),
      );
