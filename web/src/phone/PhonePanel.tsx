import { useTranslation } from 'react-i18next';
import { REGION } from '../shell/regions';
import { CallPanel } from './CallPanel';
import { Dialpad } from './Dialpad';
import type { Phone } from './Phone';
import classes from './PhonePanel.module.css';
import { usePhoneWindow } from './PhoneWindow';
import { WrapUpPanel } from './WrapUpPanel';

/** The phone beside the page: the call, else what is dialed, else what is written up. */
export default function PhonePanel({ phone }: { phone: Phone }) {
  const { t } = useTranslation();
  const { dialing } = usePhoneWindow();
  const { line, wrapUp } = phone;
  return (
    <section className={classes.panel} aria-label={t('softphone.title')} {...REGION}>
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
