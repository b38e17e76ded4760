import { useContext } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { Call } from '../api/types';
import { useAct } from '../ui/useAct';
import { LargeOffer, SmallOffer, TakenOffer } from './OfferCards';
import classes from './Offers.module.css';
import { type Phone, PhoneContext } from './Phone';
import { useTaken } from './useTaken';

const SHOWN = 3;

/** Calls that ring for this member, above everything, sheets too. They never take the focus. */
export function Offers() {
  const phone = useContext(PhoneContext);
  return phone && <Stack phone={phone} />;
}

function Stack({ phone }: { phone: Phone }) {
  const { t } = useTranslation();
  const answer = useAct((callId: string) => phone.answer(callId));
  const decline = useAct((callId: string) => phone.decline(callId));
  const taken = useTaken(phone.offers);
  if (phone.offers.length === 0 && taken.length === 0) return null;
  const more = phone.offers.length - SHOWN;
  const cards = [...phone.offers.slice(0, SHOWN), ...taken].sort(longestFirst);
  return createPortal(
    <section className={classes.offers} aria-label={t('softphone.offer.label')}>
      {cards.map((call) => {
        if (taken.includes(call)) return <TakenOffer key={call.id} call={call} />;
        const Offer = call === phone.offers[0] ? LargeOffer : SmallOffer;
        return (
          <Offer
            key={call.id}
            call={call}
            pending={answer.isPending && answer.variables === call.id}
            onAnswer={() => answer.mutate(call.id)}
            onDecline={() => decline.mutate(call.id)}
          />
        );
      })}
      {more > 0 && <p className={classes.more}>{t('softphone.offer.more', { count: more })}</p>}
    </section>,
    document.body,
  );
}

const waitsSince = (call: Call): string => call.offeredAt ?? call.createdAt;
const longestFirst = (a: Call, b: Call): number => waitsSince(a).localeCompare(waitsSince(b));
