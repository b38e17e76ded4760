import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useUnsafeReason } from '../../realtime/useUnsafeReason';
import { useSession } from '../../session/SessionContext';
import { Toolbar } from '../../shell/Toolbar';
import { EmptyState } from '../../ui/EmptyState';
import { Icon } from '../../ui/Icon';
import { SearchField } from '../../ui/SearchField';
import { ContactList } from './ContactList';
import { ContactSheet } from './ContactSheet';
import classes from './contacts.module.css';
import { ImportSheet } from './ImportSheet';

/** Between two keys of a search: nobody wants what half a word finds. */
const TYPING_MS = 200;

/** The workspace's address book. `find` narrows it; `add` opens the sheet, filled in with a phone. */
export default function ContactsPage() {
  const { t } = useTranslation();
  const { can } = useSession();
  const unsafe = useUnsafeReason();
  const navigate = useNavigate();
  const { find = '', add } = useSearch({ from: '/desk/contacts' });
  const [text] = useDebouncedValue(find.trim(), TYPING_MS);
  const [importing, setImporting] = useState(false);
  const edits = can('contacts.edit');
  const show = (search: { find?: string; add?: string }) =>
    void navigate({ to: '/contacts', search, replace: true });
  const found = find || undefined;

  if (!can('contacts.read')) return <EmptyState>{t('problem.forbidden')}</EmptyState>;
  return (
    <>
      <Toolbar
        title={t('nav.contacts')}
        actions={
          edits && (
            <>
              <Button
                variant="default"
                leftSection={<Icon name="upload" />}
                classNames={{ section: classes.sign ?? '', label: classes.wideOnly ?? '' }}
                aria-label={t('contacts.import.open')}
                disabled={unsafe !== undefined}
                title={unsafe}
                onClick={() => setImporting(true)}
              >
                {t('contacts.import.open')}
              </Button>
              <Button
                leftSection={<Icon name="plus" />}
                disabled={unsafe !== undefined}
                title={unsafe}
                onClick={() => show({ find: found, add: 'new' })}
              >
                {t('contacts.addShort')}
              </Button>
            </>
          )
        }
      >
        <SearchField
          value={find}
          onChange={(value) => show({ find: value || undefined })}
          label={t('contacts.find')}
        />
      </Toolbar>
      <ContactList
        text={text}
        onAdd={edits ? () => show({ find: found, add: 'new' }) : undefined}
        onImport={edits ? () => setImporting(true) : undefined}
        onForget={() => show({})}
      />
      {add && edits && (
        <ContactSheet
          phone={add === 'new' ? undefined : add}
          onClose={() => show({ find: found })}
          onSaved={({ id }) =>
            void navigate({ to: '/contacts/$contactId', params: { contactId: id } })
          }
        />
      )}
      {importing && <ImportSheet onClose={() => setImporting(false)} />}
    </>
  );
}
