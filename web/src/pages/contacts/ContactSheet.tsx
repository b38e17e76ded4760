import { TagsInput, Textarea, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '../../api/problem';
import type { Contact, ContactChange } from '../../api/types';
import { FormError } from '../../forms/FormError';
import { SheetActions } from '../../forms/SheetActions';
import { useForm } from '../../forms/useForm';
import { applyContact } from '../../realtime/applyContact';
import { useSession } from '../../session/SessionContext';
import { Sheet } from '../../ui/Sheet';
import { toasts } from '../../ui/toasts';
import page from '../page.module.css';
import classes from './contacts.module.css';
import { PhoneFields } from './PhoneFields';
import { emptyRow, MOST_PHONES, phonesFrom, rowsOf, writtenRows } from './phoneRows';
import { saveContact } from './saveContact';

const MOST_TAGS = 20;
const PHONE_FIELDS = Array.from({ length: MOST_PHONES }, (_, index) => [
  `phones[${index}].phoneNumber`,
  `phones[${index}].label`,
]).flat();
const FIELDS: readonly string[] = ['name', 'company', ...PHONE_FIELDS, 'email', 'tags', 'notes'];

interface Owner {
  id: string;
  name: string;
}

/** Whose a refused phone is, where the server tells. */
function ownerOf(error: unknown): Owner | undefined {
  if (!(error instanceof ProblemError) || error.slug !== 'phone-taken') return undefined;
  const { contactId, contactName } = error.more;
  if (typeof contactId !== 'string' || typeof contactName !== 'string') return undefined;
  return { id: contactId, name: contactName };
}

/** Adds somebody, or changes who is there already. */
export function ContactSheet({
  contact,
  phone,
  onClose,
  onSaved,
}: {
  contact?: Contact;
  /** Filled in for somebody new. */
  phone?: string | undefined;
  onClose(): void;
  onSaved?(contact: Contact): void;
}) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { workspace } = useSession();
  const [rows, setRows] = useState(() => (contact ? rowsOf(contact.phones, t) : [emptyRow(phone)]));
  const [tags, setTags] = useState(contact?.tags ?? []);
  const [chosen, setChosen] = useState(false);
  const [taken, setTaken] = useState<Owner>();

  const form = useForm<string, Contact>({
    fields: FIELDS,
    check: ({ name = '', company = '' }) =>
      name.trim() === '' && company.trim() === '' && writtenRows(rows).length === 0
        ? { name: t('contacts.nameless') }
        : {},
    submit: async (values) => {
      const kept = writtenRows(rows);
      setRows(kept.length > 0 ? kept : [emptyRow()]);
      setTaken(undefined);
      const change: ContactChange = {
        name: values.name?.trim(),
        company: values.company?.trim(),
        email: values.email?.trim(),
        notes: contact ? undefined : values.notes,
        tags,
        phones: phonesFrom(kept, t),
      };
      try {
        return await saveContact(contact?.id, change);
      } catch (error) {
        setTaken(ownerOf(error));
        throw error;
      }
    },
    onDone: (saved) => {
      applyContact(queries, workspace.id, saved);
      toasts.show(t('action.saved'));
      onClose();
      onSaved?.(saved);
    },
  });
  return (
    <Sheet
      title={contact ? t('contacts.editTitle') : t('contacts.add')}
      dirty={form.touched || chosen}
      onClose={onClose}
    >
      <form {...form.props} className={page.form}>
        <FormError>{form.general}</FormError>
        {taken && (
          <Link
            to="/contacts/$contactId"
            params={{ contactId: taken.id }}
            className={classes.owner}
            onClick={onClose}
          >
            {t('contacts.takenBy', { name: taken.name })}
          </Link>
        )}
        <TextInput
          {...form.field('name')}
          label={t('contacts.field.name')}
          defaultValue={contact?.name}
          maxLength={120}
          autoComplete="off"
          data-autofocus
        />
        <TextInput
          {...form.field('company')}
          label={t('contacts.field.company')}
          defaultValue={contact?.company}
          maxLength={120}
          autoComplete="off"
        />
        <PhoneFields
          rows={rows}
          onChange={(changed) => {
            setRows(changed);
            setChosen(true);
          }}
          errorOf={(field) => form.field(field).error}
        />
        <TextInput
          {...form.field('email')}
          label={t('field.email')}
          type="email"
          defaultValue={contact?.email}
          maxLength={254}
          autoComplete="off"
        />
        <TagsInput
          label={t('contacts.field.tags')}
          description={t('contacts.tagsHint')}
          error={form.field('tags').error}
          value={tags}
          onChange={(changed) => {
            setTags(changed);
            setChosen(true);
          }}
          maxTags={MOST_TAGS}
          maxLength={40}
          acceptValueOnBlur
        />
        {!contact && (
          <Textarea
            {...form.field('notes')}
            label={t('contacts.field.notes')}
            rows={3}
            maxLength={20_000}
          />
        )}
        <SheetActions verb={t('action.save')} pending={form.pending} onClose={onClose} />
      </form>
    </Sheet>
  );
}
