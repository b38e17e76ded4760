import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { coded } from '../code/coded';
import { MissingCode } from '../code/MissingCode';
import { toasts } from '../ui/toasts';
import type { Phone } from './Phone';
import classes from './PhonePanel.module.css';

/** The phone at the window's right. */
export const PhonePanel = coded<{ phone: Phone }>(
  () => import('./PhonePanel'),
  ({ code, onRetry }) =>
    code.missing && (
      <section className={classes.panel}>
        <MissingCode code={code} what="part" onRetry={onRetry} />
      </section>
    ),
);

interface Closable {
  onClose(): void;
}

export const DeviceSheet = coded<Closable>(
  () => import('./DeviceSheet'),
  ({ code, props }) => code.missing && <Unavailable onClose={props.onClose} />,
);

/** A sheet that can not be opened now says so, and is closed. */
function Unavailable({ onClose }: Closable) {
  const { t } = useTranslation();
  useEffect(() => {
    toasts.show(t('state.unreachable'));
    onClose();
  }, [t, onClose]);
  return null;
}
