import { useTranslation } from 'react-i18next';
import { useDialpad } from '../phone/Phone';
import { useSession } from '../session/SessionContext';
import classes from './PhoneLink.module.css';
import { phoneNumber } from './phoneNumber';

/** Whether something that Twilio says of a caller can be called: an E.164 number, not `anonymous` or a client. */
export const callable = (number: string): boolean => /^\+[1-9]\d{5,14}$/.test(number);

/** A phone number wherever one is shown: pressed, the dialpad opens with it. */
export function PhoneLink({
  number,
  contactId,
  label,
}: {
  /** In E.164. */
  number: string;
  contactId?: string | null | undefined;
  /** What stands there instead of the number. */
  label?: string | undefined;
}) {
  const { t } = useTranslation();
  const { can } = useSession();
  const dialpad = useDialpad();
  const said = phoneNumber(number);
  if (!can('calls.make') || !callable(number)) {
    return <span className={classes.number}>{label ?? said}</span>;
  }
  return (
    <button
      type="button"
      className={classes.link}
      title={t('call.callNumber', { number: said })}
      aria-label={t('call.callNumber', { number: said })}
      onClick={() => dialpad.open({ to: number, ...(contactId ? { contactId } : {}) })}
    >
      {label ?? said}
    </button>
  );
}
