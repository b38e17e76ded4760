import { Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contact } from '../../api/types';
import { applyContact } from '../../realtime/applyContact';
import { useSession } from '../../session/SessionContext';
import { Icon } from '../../ui/Icon';
import classes from './contact.module.css';
import { saveContact } from './saveContact';
import { useSavedText } from './useSavedText';

/** What is good to know of somebody, saved as it is typed. */
export function ContactNotes({ contact, readOnly }: { contact: Contact; readOnly: boolean }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { workspace } = useSession();
  const id = useId();
  const note = useSavedText(contact.notes, async (notes) =>
    applyContact(queries, workspace.id, await saveContact(contact.id, { notes })),
  );
  if (readOnly && contact.notes === '') return null;
  return (
    <div className={classes.note}>
      <div className={classes.noteHead}>
        <label htmlFor={id}>
          <Icon name="note" size={14} />
          {t('contacts.field.notes')}
        </label>
        <span role="status">
          {note.state === 'saved' && (
            <>
              <Icon name="check" size={12} /> {t('action.saved')}
            </>
          )}
        </span>
      </div>
      <Textarea
        id={id}
        value={note.text}
        readOnly={readOnly}
        onChange={(event) => note.write(event.currentTarget.value)}
        placeholder={t('contacts.notesHint')}
        variant="unstyled"
        rows={3}
        maxLength={20_000}
      />
      <div role="alert">
        {note.state === 'failed' && (
          <p className={classes.unsaved}>
            {t('contacts.notSaved')}{' '}
            <button type="button" onClick={() => void note.retry()}>
              {t('state.tryAgain')}
            </button>
          </p>
        )}
      </div>
    </div>
  );
}
