import { Button } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useContext, useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { callsQuery } from '../api/callQueries';
import { allNumbersQuery } from '../api/twilioQueries';
import type { Call } from '../api/types';
import { agoOf } from '../i18n/format';
import { useSession } from '../session/SessionContext';
import { Avatar } from '../ui/Avatar';
import { Icon } from '../ui/Icon';
import { Jack } from '../ui/Jack';
import { Kbd } from '../ui/Kbd';
import { phoneNumber } from '../ui/phoneNumber';
import { useAct } from '../ui/useAct';
import { useNow } from '../ui/useNow';
import classes from './Offers.module.css';
import { type Phone, PhoneContext } from './Phone';
import { clock, customerOf, nameOf, oursOf } from './words';

const SHOWN = 3;

/** Calls that ring for this member, above everything, sheets too. They never take the focus. */
export function Offers() {
  const phone = useContext(PhoneContext);
  return phone && phone.offers.length > 0 ? <Stack phone={phone} /> : null;
}

function Stack({ phone }: { phone: Phone }) {
  const { t } = useTranslation();
  const answer = useAct((callId: string) => phone.answer(callId));
  const decline = useAct((callId: string) => phone.decline(callId));
  const first = phone.offers[0];
  const more = phone.offers.length - SHOWN;
  const latest = useRef({ first, answer, decline });
  latest.current = { first, answer, decline };

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      const now = latest.current;
      if (event.defaultPrevented || event.isComposing || event.repeat || !now.first) return;
      const mod = event.metaKey || event.ctrlKey;
      const anywhere = event.key === 'Enter' && mod && event.shiftKey;
      const plain = !mod && !event.altKey && !event.shiftKey && nothingFocused(event.target);
      if (anywhere || (plain && event.key === 'Enter')) now.answer.mutate(now.first.id);
      else if (plain && event.key === 'Backspace') now.decline.mutate(now.first.id);
      else return;
      event.preventDefault();
    }
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, []);

  return createPortal(
    <section className={classes.offers} aria-label={t('softphone.offer.label')}>
      {phone.offers.slice(0, SHOWN).map((call, at) => (
        <Offer
          key={call.id}
          call={call}
          large={at === 0}
          pending={answer.isPending && answer.variables === call.id}
          onAnswer={() => answer.mutate(call.id)}
          onDecline={() => decline.mutate(call.id)}
        />
      ))}
      {more > 0 && <p className={classes.more}>{t('softphone.offer.more', { count: more })}</p>}
    </section>,
    document.body,
  );
}

/** In a field or on a button a key keeps its meaning. */
const nothingFocused = (target: EventTarget | null): boolean =>
  !(
    target instanceof Element &&
    target.closest('input, textarea, select, button, a, [contenteditable="true"], [role]')
  ) && document.querySelector('[aria-modal="true"], [role="menu"]') === null;

function Offer({
  call,
  large,
  pending,
  onAnswer,
  onDecline,
}: {
  call: Call;
  large: boolean;
  pending: boolean;
  onAnswer(): void;
  onDecline(): void;
}) {
  const { t } = useTranslation();
  const { workspace, can } = useSession();
  const numbers = useQuery({ ...allNumbersQuery(workspace.id), enabled: can('numbers.read') });
  const ours = numbers.data?.find(({ id }) => id === call.numberId);
  const now = useNow(500);
  const name = nameOf(call);
  const number = ours?.friendlyName ?? phoneNumber(oursOf(call));
  const until = call.ringUntil ? Date.parse(call.ringUntil) : null;
  const whole = until ? until - Date.parse(call.offeredAt ?? call.createdAt) : 0;
  const left = until ? Math.max(0, until - now) : 0;
  return (
    <article className={classes.offer} aria-label={t('softphone.offer.calling', { number })}>
      <p className={classes.hidden} role="alert">
        {t('softphone.offer.announce', { name, number })}
      </p>
      <p className={classes.top}>
        <Jack state="ringing" />
        <b>{t('softphone.offer.calling', { number })}</b>
        {ours && until && (
          <span>{t(`softphone.offer.${ours.onNoAnswer}`, { time: clock(left) })}</span>
        )}
      </p>
      <div className={classes.who}>
        <Avatar id={call.contactId ?? customerOf(call)} name={name} size={large ? 52 : 36} />
        <div>
          <h2>{name}</h2>
          <p>{phoneNumber(customerOf(call))}</p>
        </div>
      </div>
      {large && can('calls.read') && <History call={call} />}
      <div className={classes.acts}>
        <Button
          variant="default"
          aria-label={t('softphone.offer.declineWho', { name })}
          rightSection={large && <Kbd keys={['⌫']} />}
          onClick={onDecline}
        >
          {t('softphone.offer.decline')}
        </Button>
        <Button
          color="var(--pb-go)"
          aria-label={t('softphone.offer.answerWho', { name })}
          loading={pending}
          leftSection={<Icon name="phone" />}
          rightSection={large && <Kbd keys={['⏎']} />}
          onClick={onAnswer}
        >
          {t('softphone.offer.answer')}
        </Button>
      </div>
      {until && whole > 0 && (
        <div className={classes.fuse} aria-hidden="true">
          <i style={{ transform: `scaleX(${Math.min(1, left / whole)})` }} />
        </div>
      )}
    </article>
  );
}

/** The last call with whoever calls, in one line, with its note. */
function History({ call }: { call: Call }) {
  const { t } = useTranslation();
  const { workspace } = useSession();
  const { data } = useInfiniteQuery(callsQuery(workspace.id, { customer: customerOf(call) }, 2));
  if (!data) return null;
  const last = data.pages[0]?.items.find(({ id }) => id !== call.id);
  return (
    <p className={classes.history}>
      <b>
        {last
          ? t('softphone.offer.last', { when: agoOf(last.createdAt) })
          : t('softphone.offer.first')}
      </b>
      {last?.notes}
    </p>
  );
}
