import { useTranslation } from 'react-i18next';
import { useDialpad } from '../../phone/Phone';
import { useSession } from '../../session/SessionContext';
import { phoneNumber as written } from '../../ui/phoneNumber';
import classes from './contacts.module.css';

/** A number that is called by a click, for those who may call. */
export function PhoneButton({
  phoneNumber,
  contactId,
  name,
}: {
  phoneNumber: string;
  contactId: string;
  name: string;
}) {
  const { t } = useTranslation();
  const { can } = useSession();
  const dialpad = useDialpad();
  const shown = written(phoneNumber);
  if (!can('calls.make')) return <span className={classes.number}>{shown}</span>;
  return (
    <button
      type="button"
      className={`${classes.number} ${classes.call}`}
      aria-label={t('contacts.callPhone', { name, number: shown })}
      onClick={() => dialpad.open({ to: phoneNumber, contactId })}
    >
      {shown}
    </button>
  );
}
