import { useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/Icon';
import { keyName } from '../ui/Kbd';
import { PhoneContext, useDialpad } from './Phone';
import { usePhoneWindow } from './PhoneWindow';

/** Opens the dialpad; in a call, the call. Where nobody can call there is none. */
export function DialButton({ className, word = false }: { className?: string; word?: boolean }) {
  const { t } = useTranslation();
  const phone = useContext(PhoneContext);
  const dialpad = useDialpad();
  const { setSmall } = usePhoneWindow();
  if (!phone || phone.readiness.kind === 'off') return null;
  const label = t('softphone.dial');
  return (
    <button
      type="button"
      className={className}
      {...(word ? {} : { 'aria-label': label })}
      title={`${label} ${keyName('mod')}+D`}
      onClick={() => (phone.line ? setSmall(false) : dialpad.open())}
    >
      <Icon name="keypad" size={word ? 20 : 16} />
      {word && label}
    </button>
  );
}
