import { Button } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { callsQuery } from '../api/callQueries';
import { membersQuery } from '../api/queries';
import { allNumbersQuery } from '../api/twilioQueries';
import type { Call } from '../api/types';
import { agoOf } from '../i18n/format';
import { useSession } from '../session/SessionContext';
import { Avatar } from '../ui/Avatar';
import { Icon } from '../ui/Icon';
import { Jack } from '../ui/Jack';
import { Kbd } from '../ui/Kbd';
import { callable } from '../ui/PhoneLink';
import { phoneNumber } from '../ui/phoneNumber';
import { useNow } from '../ui/useNow';
import classes from './Offers.module.css';
import { clock, customerOf, nameOf, nameOfOurs } from './words';

/** Of each caller a list: kept for long, every event would look through those of all who called today. */
const SOON_FORGOTTEN_MS = 10_000;

interface Offered {
  call: Call;
  pending: boolean;
  onAnswer(): void;
  onDecline(): void;
}

/** Which of our numbers is called, and what becomes of the call when nobody answers. */
function useNumber(call: Call) {
  const { workspace, can } = useSession();
  const { data } = useQuery({ ...allNumbersQuery(workspace.id), enabled: can('numbers.read') });
  const ours = data?.find(({ id }) => id === call.numberId);
  return { number: nameOfOurs(call, ours?.friendlyName), next: ours?.onNoAnswer };
}

/**
 * A call that rings here. The card stays the same when it grows or shrinks, so it is announced once.
 *
 * @param aloud whether it is announced: not, when many are shown at once
 */
export function Offer({ large, aloud, ...offered }: Offered & { large: boolean; aloud: boolean }) {
  const { t } = useTranslation();
  const { call } = offered;
  const { number, next } = useNumber(call);
  const name = nameOf(call);
  return (
    <article
      className={`${classes.offer} ${large ? '' : classes.small}`}
      aria-label={t('softphone.offer.label1', { name, number })}
      data-offer={call.id}
    >
      {aloud && (
        <p className={classes.hidden} role="alert">
          {t('softphone.offer.announce', { name, number })}
        </p>
      )}
      {large ? (
        <Large {...offered} number={number} next={next} />
      ) : (
        <Small {...offered} number={number} />
      )}
      <Fuse call={call} />
    </article>
  );
}

/** The one that is meant: the call that waits longest, unless another was chosen. */
function Large({
  call,
  pending,
  onAnswer,
  onDecline,
  number,
  next,
}: Offered & ReturnType<typeof useNumber>) {
  const { t } = useTranslation();
  const { can } = useSession();
  const now = useNow(500);
  const name = nameOf(call);
  const left = call.ringUntil ? Date.parse(call.ringUntil) - now : null;
  return (
    <>
      <p className={classes.top}>
        <Jack state="ringing" />
        <b>{t('softphone.offer.calling', { number })}</b>
        {next && left !== null && (
          <span>{t(`softphone.offer.${next}`, { time: clock(left) })}</span>
        )}
      </p>
      <div className={classes.who}>
        <Avatar id={call.contactId ?? customerOf(call)} name={name} size={52} />
        <div>
          <h2>{name}</h2>
          {name !== phoneNumber(customerOf(call)) && <p>{phoneNumber(customerOf(call))}</p>}
        </div>
      </div>
      {can('calls.read') && callable(customerOf(call)) && <History call={call} />}
      <div className={classes.acts}>
        <Button
          variant="default"
          data-act="decline"
          aria-label={t('softphone.offer.declineWho', { name })}
          rightSection={<Kbd keys={['⌫']} />}
          onClick={onDecline}
        >
          {t('softphone.offer.decline')}
        </Button>
        <Button
          color="var(--pb-go)"
          data-act="answer"
          aria-label={t('softphone.offer.answerWho', { name })}
          loading={pending}
          leftSection={<Icon name="phone" />}
          rightSection={<Kbd keys={['⏎']} />}
          onClick={onAnswer}
        >
          {t('softphone.offer.answer')}
        </Button>
      </div>
    </>
  );
}

/** Another one, in one line. */
function Small({ call, pending, onAnswer, onDecline, number }: Offered & { number: string }) {
  const { t } = useTranslation();
  const others = useOthers(call);
  const name = nameOf(call);
  return (
    <div className={classes.line}>
      <Avatar id={call.contactId ?? customerOf(call)} name={name} size={36} />
      <div>
        <h2>{name}</h2>
        <p>
          {t('softphone.offer.calling', { number })}
          {others && ` · ${t('softphone.offer.also', { names: others })}`}
        </p>
      </div>
      <button
        type="button"
        className={classes.no}
        data-act="decline"
        aria-label={t('softphone.offer.declineWho', { name })}
        onClick={onDecline}
      >
        <Icon name="close" />
      </button>
      <button
        type="button"
        className={classes.yes}
        data-act="answer"
        aria-label={t('softphone.offer.answerWho', { name })}
        disabled={pending}
        onClick={onAnswer}
      >
        <Icon name="phone" />
      </button>
    </div>
  );
}

/** Somebody else was quicker: says who, and folds. Until then the next one does not come under the pointer. */
export function TakenOffer({ call, first }: { call: Call; first: boolean }) {
  const { t } = useTranslation();
  const name = nameOf(call);
  return (
    <article className={`${classes.offer} ${classes.small} ${classes.taken}`} data-first={first}>
      <div className={classes.line}>
        <Avatar id={call.contactId ?? customerOf(call)} name={name} size={36} />
        <div>
          <h2>{name}</h2>
          <p role="status">{t('softphone.offer.taken', { name: call.memberName ?? '' })}</p>
        </div>
      </div>
    </article>
  );
}

/** The time until nobody answered, burning down. */
function Fuse({ call }: { call: Call }) {
  const now = useNow(500);
  if (!call.ringUntil) return null;
  const until = Date.parse(call.ringUntil);
  const whole = until - Date.parse(call.offeredAt ?? call.createdAt);
  const part = whole > 0 ? Math.min(1, Math.max(0, (until - now) / whole)) : 0;
  return (
    <div className={classes.fuse} aria-hidden="true">
      <i style={{ transform: `translateX(${(part - 1) * 100}%)` }} />
    </div>
  );
}

/** The other members for whom it rings. */
function useOthers(call: Call): string {
  const { workspace, membership, can } = useSession();
  const { data } = useQuery({ ...membersQuery(workspace.id), enabled: can('members.read') });
  const others = call.offeredTo.filter(
    (id) => id !== membership.memberId && !call.declinedBy.includes(id),
  );
  return (data ?? [])
    .filter(({ id }) => others.includes(id))
    .map(({ name }) => name.split(' ')[0])
    .join(', ');
}

/** The last call with whoever calls, in one line, with its note. */
function History({ call }: { call: Call }) {
  const { t } = useTranslation();
  const { workspace } = useSession();
  const { data } = useInfiniteQuery({
    ...callsQuery(workspace.id, { customer: customerOf(call) }, 4),
    gcTime: SOON_FORGOTTEN_MS,
  });
  if (!data) return null;
  const last = data.pages[0]?.items.find(({ id, endedAt }) => id !== call.id && endedAt !== null);
  return (
    <p className={classes.history}>
      <b>
        {last
          ? t('softphone.offer.last', { when: agoOf(last.createdAt) })
          : t('softphone.offer.first')}
        {last?.disposition && ` · ${last.disposition}`}
      </b>
      {last?.notes}
    </p>
  );
}
