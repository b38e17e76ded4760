import { Button, Select, TextInput } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { type FormEvent, useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { contactsQuery } from '../api/contactQueries';
import { allNumbersQuery, callerIdQuery } from '../api/twilioQueries';
import { useUnsafeReason } from '../realtime/useUnsafeReason';
import { useSession } from '../session/SessionContext';
import { Avatar } from '../ui/Avatar';
import { Icon } from '../ui/Icon';
import { phoneNumber } from '../ui/phoneNumber';
import { useAct } from '../ui/useAct';
import { Keys } from './Keys';
import { usePhone, type Wish } from './Phone';
import classes from './PhonePanel.module.css';

/** Whom to call, as whom. The server reads the number in the workspace's country, whatever its format. */
export function Dialpad({ filled }: { filled: { to?: string; contactId?: string } }) {
  const { t } = useTranslation();
  const { workspace, membership, can } = useSession();
  const phone = usePhone();
  const unsafe = useUnsafeReason();
  const [to, setTo] = useState(filled.to ?? '');
  const [contactId, setContactId] = useState(filled.contactId);
  const [from, setFrom] = useState<string | null>(null);
  const text = useDeferredValue(to.trim());
  const found = useInfiniteQuery({
    ...contactsQuery(workspace.id, { text }, 4),
    enabled: can('contacts.read') && text.length > 1,
  });
  const numbers = useQuery({
    ...allNumbersQuery(workspace.id),
    enabled: can('numbers.read'),
  });
  const callerId = useQuery({
    ...callerIdQuery(workspace.id, membership.memberId),
    enabled: can('calls.make'),
  });
  const dial = useAct((wish: Wish) => phone.dial(wish));
  const contacts = text.length > 1 ? (found.data?.pages[0]?.items ?? []) : [];
  const mine = (numbers.data ?? []).filter(
    ({ voice, status, memberIds }) =>
      voice &&
      status === 'active' &&
      (memberIds.length === 0 || memberIds.includes(membership.memberId)),
  );

  function change(value: string): void {
    setTo(value);
    setContactId(undefined);
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (to.trim() === '' || dial.isPending) return;
    dial.mutate({ to: to.trim(), from: from ?? undefined, contactId });
  }

  return (
    <form className={classes.whole} onSubmit={submit}>
      <TextInput
        className={classes.to}
        data-autofocus
        autoFocus
        aria-label={t('softphone.who')}
        placeholder={t('softphone.who')}
        value={to}
        onChange={(event) => change(event.currentTarget.value)}
      />
      {contacts.length > 0 && (
        <ul className={classes.matches} aria-label={t('softphone.matches')}>
          {contacts.flatMap((contact) =>
            contact.phones.map((one) => (
              <li key={`${contact.id} ${one.phoneNumber}`}>
                <button
                  type="button"
                  onClick={() => {
                    setTo(one.phoneNumber);
                    setContactId(contact.id);
                  }}
                >
                  <Avatar id={contact.id} name={contact.name} size={26} />
                  <b>{contact.name}</b>
                  <span>{phoneNumber(one.phoneNumber)}</span>
                </button>
              </li>
            )),
          )}
        </ul>
      )}
      <Keys plus onPress={(key) => change(to + key)} />
      <div className={classes.foot}>
        <Button
          type="submit"
          fullWidth
          color="var(--pb-go)"
          loading={dial.isPending}
          disabled={to.trim() === '' || unsafe !== undefined}
          title={unsafe}
          leftSection={<Icon name="phone" />}
        >
          {t('softphone.call')}
        </Button>
      </div>
      {mine.length > 0 && (
        <Select
          className={classes.caller}
          aria-label={t('softphone.callerId')}
          value={from ?? callerId.data?.phoneNumber ?? null}
          data={mine.map(({ phoneNumber: value, friendlyName }) => ({
            value,
            label: t('softphone.as', { number: `${friendlyName}, ${phoneNumber(value)}` }),
          }))}
          onChange={setFrom}
          comboboxProps={{ zIndex: 60 }}
        />
      )}
    </form>
  );
}
