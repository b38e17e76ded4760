import { useQuery } from '@tanstack/react-query';
import { useContext, useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { allNumbersQuery } from '../api/twilioQueries';
import type { Call } from '../api/types';
import { useSession } from '../session/SessionContext';
import { REGION } from '../shell/regions';
import { useAct } from '../ui/useAct';
import { Offer, TakenOffer } from './OfferCards';
import classes from './Offers.module.css';
import { type Phone, PhoneContext } from './Phone';
import { useChosenOffer } from './useChosenOffer';
import { useOfferFocus } from './useOfferFocus';
import { useTaken } from './useTaken';
import { nameOf } from './words';

/** So many cards at once; the others when they are asked for. */
const SHOWN = 3;

/** Calls that ring for this member, above everything, sheets too. They never take the focus. */
export function Offers() {
  const phone = useContext(PhoneContext);
  return phone && <Stack phone={phone} />;
}

function Stack({ phone }: { phone: Phone }) {
  const { t } = useTranslation();
  const { offers } = phone;
  const answer = useAct((callId: string) => phone.answer(callId));
  const decline = useAct((callId: string) => phone.decline(callId));
  const taken = useTaken(offers);
  const { chosen, at, move } = useChosenOffer(offers);
  const focus = useOfferFocus();
  useNumbersAtHand(phone);
  const more = offers.length - SHOWN;
  const [whole, setWhole] = useState(false);
  useEffect(() => {
    if (more <= 0) setWhole(false);
  }, [more]);
  useInSight(whole ? chosen?.id : undefined);
  if (offers.length === 0 && taken.length === 0) return null;
  const from = Math.max(0, at - SHOWN + 1);
  const shown = whole ? offers : offers.slice(from, from + SHOWN);
  const cards = [...shown, ...taken].sort(longestFirst);
  return createPortal(
    <section
      className={classes.offers}
      data-whole={whole || undefined}
      aria-label={t('softphone.offer.label')}
      {...REGION}
      {...focus.handlers}
      onKeyDown={(event) => {
        const by = STEPS[event.key];
        if (!by) return;
        event.preventDefault();
        const next = move(by);
        if (next) focus.follow(next.id);
      }}
    >
      {cards.map((call, place) =>
        taken.includes(call) ? (
          <TakenOffer key={call.id} call={call} first={place === 0} />
        ) : (
          <Offer
            key={call.id}
            call={call}
            large={call === chosen}
            aloud={!whole || offers.indexOf(call) < SHOWN}
            pending={answer.isPending && answer.variables === call.id}
            onAnswer={() => answer.mutate(call.id)}
            onDecline={() => decline.mutate(call.id)}
          />
        ),
      )}
      {more > 0 && (
        <button
          type="button"
          className={classes.more}
          aria-expanded={whole}
          onMouseDown={(event) => event.preventDefault()} // Enter goes on to answer
          onClick={() => setWhole(!whole)}
        >
          {whole ? t('softphone.offer.fewer') : t('softphone.offer.more', { count: more })}
        </button>
      )}
      <p className={classes.hidden} role="status">
        {at > 0 && chosen && t('softphone.offer.chosen', { name: nameOf(chosen) })}
      </p>
    </section>,
    document.body,
  );
}

/** Scrolls to the card that the arrows choose. */
function useInSight(callId: string | undefined): void {
  useEffect(() => {
    if (callId)
      document
        .querySelector(`[data-offer="${CSS.escape(callId)}"]`)
        ?.scrollIntoView({ block: 'nearest' });
  }, [callId]);
}

/** Reads the names of our numbers before it rings, so that a card says at once who is called. */
function useNumbersAtHand({ readiness }: Phone): void {
  const { workspace, can } = useSession();
  const enabled = can('numbers.read') && readiness.kind === 'ready';
  useQuery({ ...allNumbersQuery(workspace.id), enabled });
}

const STEPS: Readonly<Record<string, 1 | -1>> = { ArrowDown: 1, ArrowUp: -1 };
const waitsSince = (call: Call): string => call.offeredAt ?? call.createdAt;
const longestFirst = (a: Call, b: Call): number => waitsSince(a).localeCompare(waitsSince(b));
