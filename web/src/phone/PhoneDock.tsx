import { type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { REGION } from '../shell/regions';
import { Icon } from '../ui/Icon';
import { useAct } from '../ui/useAct';
import { CallPanel } from './CallPanel';
import { Dialpad } from './Dialpad';
import { DialpadContext, type Phone, PhoneContext } from './Phone';
import classes from './PhonePanel.module.css';
import { WrapUpPanel } from './WrapUpPanel';
import { nameOf } from './words';

type Filled = { to?: string; contactId?: string };

/** The window with the phone docked at its right. A call opens it; without a phone it is only the window. */
export function PhoneDock({ className, children }: { className?: string; children: ReactNode }) {
  const phone = useContext(PhoneContext);
  const [dialing, setDialing] = useState<Filled>();
  const [small, setSmall] = useState(false);
  const dialpad = useMemo(
    () => ({
      open(filled: Filled = {}) {
        setDialing(filled);
        setSmall(false);
      },
    }),
    [],
  );
  const lineId = phone?.line?.call.id;
  useEffect(() => {
    if (!lineId) return;
    setSmall(false);
    setDialing(undefined);
  }, [lineId]);
  const busy = phone !== null && (phone.line !== null || phone.wrapUp !== null);
  const open = phone !== null && !small && (busy || dialing !== undefined);
  return (
    <DialpadContext value={dialpad}>
      <div className={className} data-phone={open ? 'open' : undefined}>
        {children}
        {phone && <PhoneKeys phone={phone} onDial={dialpad.open} />}
        {phone && open && (
          <Panel
            phone={phone}
            dialing={dialing}
            onClose={() => (busy ? setSmall(true) : setDialing(undefined))}
          />
        )}
        {phone && !open && phone.readiness.kind !== 'off' && (
          <Handle
            phone={phone}
            onOpen={() => (busy ? setSmall(false) : dialpad.open())}
            busy={busy}
          />
        )}
      </div>
    </DialpadContext>
  );
}

function Panel({
  phone,
  dialing,
  onClose,
}: {
  phone: Phone;
  dialing: Filled | undefined;
  onClose(): void;
}) {
  const { t } = useTranslation();
  const { line, wrapUp } = phone;
  return (
    <section className={classes.panel} aria-label={t('softphone.title')} {...REGION}>
      <div className={classes.head}>
        <button
          type="button"
          className={classes.icon}
          aria-label={line || wrapUp ? t('softphone.small') : t('action.close')}
          onClick={onClose}
        >
          <Icon name={line || wrapUp ? 'shrink' : 'close'} />
        </button>
      </div>
      {line ? (
        <CallPanel key={line.call.id} line={line} />
      ) : dialing || !wrapUp ? (
        <Dialpad key={`${dialing?.to} ${dialing?.contactId}`} filled={dialing ?? {}} />
      ) : (
        <WrapUpPanel key={wrapUp.id} call={wrapUp} />
      )}
    </section>
  );
}

function Handle({ phone, busy, onOpen }: { phone: Phone; busy: boolean; onOpen(): void }) {
  const { t } = useTranslation();
  const call = phone.line?.call ?? phone.wrapUp;
  return (
    <button type="button" className={classes.open} onClick={onOpen}>
      <Icon name={busy ? 'phone' : 'keypad'} />
      {call ? nameOf(call) : t('softphone.dial')}
    </button>
  );
}

/** ⌘D dials and ⌘⇧E hangs up, everywhere. */
function PhoneKeys({ phone, onDial }: { phone: Phone; onDial(): void }) {
  const hangUp = useAct(() => phone.hangUp());
  const latest = useRef({ phone, hangUp, onDial });
  latest.current = { phone, hangUp, onDial };
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (event.defaultPrevented || !(event.metaKey || event.ctrlKey)) return;
      const key = event.key.toLowerCase();
      const now = latest.current;
      if (key === 'd' && !event.shiftKey && !now.phone.line) now.onDial();
      else if (key === 'e' && event.shiftKey && now.phone.line) now.hangUp.mutate();
      else return;
      event.preventDefault();
    }
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, []);
  return null;
}
