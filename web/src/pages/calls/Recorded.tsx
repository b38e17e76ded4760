import { useTranslation } from 'react-i18next';
import type { Call } from '../../api/types';
import { Icon } from '../../ui/Icon';
import classes from './calls.module.css';

/** Beside a call's length: that one can listen to it. */
export function Recorded({ call }: { call: Call }) {
  const { t } = useTranslation();
  if (call.recordingUrl === null) return null;
  return (
    <span className={classes.recorded} title={t('call.recorded')}>
      <Icon name="play" size={12} />
      <span className={classes.hidden}>{t('call.recorded')}</span>
    </span>
  );
}
