import { useContext, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import strip from '../realtime/StatusStrip.module.css';
import { useMyPresence } from '../shell/useMyPresence';
import { Icon } from '../ui/Icon';
import { useAct } from '../ui/useAct';
import { type Phone, PhoneContext } from './Phone';

/**
 * Above every page while this tab cannot ring or speak: the fact, and the remedy beside it. Whoever takes calls here
 * and was away is available from then on; whoever is busy stays so, and hears the calls that they place.
 */
export function PhoneStrip() {
  const phone = useContext(PhoneContext);
  return phone && <Fact phone={phone} />;
}

function Fact({ phone }: { phone: Phone }) {
  const { t } = useTranslation();
  const takeCalls = useTakingCalls(phone);
  // biome-ignore lint/correctness/useHookAtTopLevel: not a hook, the phone's word for moving here
  const take = useAct(() => phone.useHere());
  const { readiness } = phone;
  switch (readiness.kind) {
    case 'asleep':
      return (
        <Strip
          fact={t('softphone.strip.asleep')}
          hint={t('softphone.strip.asleepHint')}
          verb={t('softphone.strip.wake')}
          run={takeCalls}
        />
      );
    case 'elsewhere':
      return (
        <Strip
          fact={t('softphone.strip.elsewhere')}
          hint={t('softphone.strip.elsewhereHint')}
          verb={t('softphone.strip.useHere')}
          run={() => take.mutate()}
        />
      );
    case 'lost':
      return <Strip fact={t('softphone.strip.lost')} hint={t('softphone.strip.lostHint')} />;
    case 'blocked':
      return (
        <Strip
          fact={t(`softphone.blocked.${readiness.why}`)}
          verb={t('state.tryAgain')}
          run={takeCalls}
        />
      );
    default:
      return null;
  }
}

/** Nobody is told that somebody is available here before it can ring, nor before it is known that they are not busy. */
function useTakingCalls(phone: Phone): () => void {
  const { status, choose } = useMyPresence();
  const [wanted, setWanted] = useState(false);
  const wake = useAct(async () => {
    await phone.wake();
    setWanted(true);
  });
  const { kind } = phone.readiness;
  useEffect(() => {
    if (!wanted) return;
    if (kind === 'blocked' || kind === 'off') setWanted(false);
    if (kind !== 'ready' || status === 'offline') return;
    setWanted(false);
    if (status === 'away') choose('available');
  }, [wanted, kind, status, choose]);
  return () => wake.mutate();
}

function Strip({
  fact,
  hint,
  verb,
  run,
}: {
  fact: string;
  hint?: string;
  verb?: string;
  run?(): void;
}) {
  return (
    <div className={strip.strip} role="status">
      <Icon name="phone" />
      <p>
        <b>{fact}</b> {hint}
      </p>
      {verb && (
        <button type="button" onClick={run}>
          {verb}
        </button>
      )}
    </div>
  );
}
