import { Button, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, type KeyboardEvent, useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { allNumbersQuery, callerIdQuery } from '../api/twilioQueries';
import { useUnsafeReason } from '../realtime/useUnsafeReason';
import { useSession } from '../session/SessionContext';
import { useMyPresence } from '../shell/useMyPresence';
import { Icon } from '../ui/Icon';
import { jackOfPresence } from '../ui/Jack';
import { phoneNumber } from '../ui/phoneNumber';
import { useAct } from '../ui/useAct';
import { asTyped, isNumber } from './asTyped';
import { Keys } from './Keys';
import { Matches, matchId } from './Matches';
import { PanelHead } from './PanelHead';
import { usePhone, type Wish } from './Phone';
import classes from './PhonePanel.module.css';
import { usePhoneWindow } from './PhoneWindow';
import { type Match, useMatches } from './useMatches';

/** Whom to call, as whom. The server reads the number in the workspace's country, whatever its format. */
export function Dialpad({ filled }: { filled: { to?: string; contactId?: string } }) {
  const { t } = useTranslation();
  const { workspace, membership, can } = useSession();
  const { status } = useMyPresence();
  const { closeDialpad } = usePhoneWindow();
  const phone = usePhone();
  const unsafe = useUnsafeReason();
  const [to, setTo] = useState(filled.to ?? '');
  const [contactId, setContactId] = useState(filled.contactId);
  const [from, setFrom] = useState<string | null>(null);
  const [chosen, setChosen] = useState(-1);
  const found = useMatches(useDeferredValue(to.trim()));
  const matches = contactId === undefined ? found : [];
  const numbers = useQuery({ ...allNumbersQuery(workspace.id), enabled: can('numbers.read') });
  const callerId = useQuery({
    ...callerIdQuery(workspace.id, membership.memberId),
    enabled: can('calls.make'),
  });
  const dial = useAct((wish: Wish) => phone.dial(wish));
  const mine = (numbers.data ?? []).filter(
    ({ voice, status: state, memberIds }) =>
      voice &&
      state === 'active' &&
      (memberIds.length === 0 || memberIds.includes(membership.memberId)),
  );
  // A name alone can not be called: the first whom it may mean is.
  const index = chosen >= 0 || isNumber(to) || to.trim() === '' ? chosen : 0;
  const match = matches[Math.min(index, matches.length - 1)];

  function change(value: string): void {
    const grew = value.length > to.length;
    setTo(grew ? asTyped(value, workspace.country) : value);
    setContactId(undefined);
    setChosen(-1);
  }

  function call(whom: Match | undefined): void {
    const number = whom?.number ?? to.trim();
    if (number === '' || dial.isPending || unsafe) return;
    dial.mutate({ to: number, from: from ?? undefined, contactId: whom?.contactId ?? contactId });
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing || matches.length === 0) return;
    if (event.key === 'ArrowDown') setChosen(Math.min(index + 1, matches.length - 1));
    else if (event.key === 'ArrowUp') setChosen(Math.max(index - 1, -1));
    else return;
    event.preventDefault();
  }

  return (
    <form
      className={classes.whole}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        call(match);
      }}
    >
      <PanelHead
        jack={jackOfPresence(status)}
        stage={status}
        word={t(`presence.${status}`)}
        close={closeDialpad}
      />
      <input
        className={classes.to}
        // biome-ignore lint/a11y/noAutofocus: it was opened to type into it
        autoFocus
        role="combobox"
        autoComplete="off"
        aria-label={t('softphone.who')}
        aria-autocomplete="list"
        aria-expanded={matches.length > 0}
        aria-controls="softphone-matches"
        aria-activedescendant={match && matchId(match)}
        placeholder={t('softphone.who')}
        value={to}
        onChange={(event) => change(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <Matches
        matches={matches}
        chosen={match}
        heading={to.trim() === '' ? t('softphone.recent') : undefined}
        onChoose={(one) => {
          setTo(phoneNumber(one.number));
          setContactId(one.contactId);
          setChosen(-1);
        }}
      />
      <Keys plus onPress={(key) => change(to + key)} />
      <div className={`${classes.foot} ${classes.dialFoot}`}>
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
        {mine.length > 0 && (
          <Select
            variant="unstyled"
            className={classes.caller}
            aria-label={t('softphone.callerId')}
            value={from ?? callerId.data?.phoneNumber ?? null}
            placeholder={t('softphone.callerId')}
            data={mine.map(({ phoneNumber: value, friendlyName }) => ({
              value,
              label: t('softphone.as', {
                number:
                  friendlyName === value
                    ? phoneNumber(value)
                    : `${friendlyName}, ${phoneNumber(value)}`,
              }),
            }))}
            onChange={setFrom}
            comboboxProps={{ zIndex: 60 }}
          />
        )}
      </div>
    </form>
  );
}
