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
  name,
  label,
  standsOut = false,
}: {
  /** In E.164. */
  number: string;
  contactId?: string | null | undefined;
  /** Whose it is, for who hears it read out of its row. */
  name?: string | undefined;
  /** What stands there instead of the number. */
  label?: string | undefined;
  /** Whether it is seen to be a link before it is pointed at. */
  standsOut?: boolean;
}) {
  const { t } = useTranslation();
  const { can } = useSession();
  const dialpad = useDialpad();
  const said = phoneNumber(number);
  if (!can('calls.make') || !callable(number)) {
    return <span className={classes.number}>{label ?? said}</span>;
  }
  const verb = name
    ? t('call.callWhom', { name, number: said })
    : t('call.callNumber', { number: said });
  return (
    <button
      type="button"
      className={standsOut ? classes.outstanding : classes.link}
      title={verb}
      aria-label={verb}
      onClick={() => dialpad.open({ to: number, ...(contactId ? { contactId } : {}) })}
    >
      {label ?? said}
    </button>
  );
}
