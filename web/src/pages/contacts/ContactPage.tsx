import { Button, Menu } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { contactQuery } from '../../api/contactQueries';
import { ProblemError } from '../../api/problem';
import type { Contact } from '../../api/types';
import { useDialpad } from '../../phone/Phone';
import { useUnsafeReason } from '../../realtime/useUnsafeReason';
import { useSession } from '../../session/SessionContext';
import { Toolbar } from '../../shell/Toolbar';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorPanel } from '../../ui/ErrorPanel';
import { Icon } from '../../ui/Icon';
import { SkeletonRows } from '../../ui/Skeleton';
import page from '../page.module.css';
import { ContactCard } from './ContactCard';
import { ContactSheet } from './ContactSheet';
import { called } from './called';
import classes from './contact.module.css';
import { RemoveContact } from './RemoveContact';
import { Timeline } from './Timeline';

/** Somebody outside, and everything that was between us. */
export default function ContactPage() {
  const { t } = useTranslation();
  const { workspace, can } = useSession();
  const { contactId } = useParams({ from: '/desk/contacts/$contactId' });
  const {
    data: contact,
    error,
    refetch,
  } = useQuery({
    ...contactQuery(workspace.id, contactId),
    enabled: can('contacts.read'),
  });

  if (!can('contacts.read')) return <EmptyState>{t('problem.forbidden')}</EmptyState>;
  const gone = error instanceof ProblemError && error.status === 404;
  return (
    <>
      <Toolbar
        title={contact ? called(contact) : t('nav.contacts')}
        back={
          <Link to="/contacts" className={page.icon} aria-label={t('contacts.back')}>
            <Icon name="back" />
          </Link>
        }
        actions={contact && <Acts contact={contact} />}
      />
      {error && !contact && (
        <ErrorPanel error={error} onRetry={gone ? undefined : () => void refetch()} />
      )}
      {!contact && !error && (
        <div className={page.page}>
          <SkeletonRows rows={6} height={52} />
        </div>
      )}
      {contact && (
        <div className={classes.split}>
          <ContactCard key={contact.id} contact={contact} />
          {can('calls.read') && <Timeline key={`${contact.id} calls`} contact={contact} />}
        </div>
      )}
    </>
  );
}

function Acts({ contact }: { contact: Contact }) {
  const { t } = useTranslation();
  const { can } = useSession();
  const navigate = useNavigate();
  const dialpad = useDialpad();
  const unsafe = useUnsafeReason();
  const [open, setOpen] = useState<'edit' | 'remove'>();
  const [phone] = contact.phones;
  const close = () => setOpen(undefined);
  return (
    <>
      {phone && can('calls.make') && (
        <Button
          leftSection={<Icon name="phone" />}
          disabled={unsafe !== undefined}
          title={unsafe}
          onClick={() => dialpad.open({ to: phone.phoneNumber, contactId: contact.id })}
        >
          {t('contacts.callNow')}
        </Button>
      )}
      {can('contacts.edit') && (
        <>
          <Button
            className={classes.wideOnly}
            variant="default"
            disabled={unsafe !== undefined}
            title={unsafe}
            onClick={() => setOpen('edit')}
          >
            {t('contacts.edit')}
          </Button>
          <Menu position="bottom-end" width={200}>
            <Menu.Target>
              <button type="button" className={page.icon} aria-label={t('action.more')}>
                <Icon name="more" />
              </button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item className={classes.narrowOnly} onClick={() => setOpen('edit')}>
                {t('contacts.edit')}
              </Menu.Item>
              <Menu.Item data-tone="stop" onClick={() => setOpen('remove')}>
                {t('contacts.remove')}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </>
      )}
      {open === 'edit' && <ContactSheet contact={contact} onClose={close} />}
      {open === 'remove' && (
        <RemoveContact
          contact={contact}
          onClose={close}
          onRemoved={() => void navigate({ to: '/contacts', replace: true })}
        />
      )}
    </>
  );
}
