import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/Icon';
import { Jack, type JackState } from '../ui/Jack';
import classes from './PhonePanel.module.css';
import { usePhoneWindow } from './PhoneWindow';

/** The first line of the panel: what the phone is doing, and the ways out of it. */
export function PanelHead({
  jack,
  stage,
  word,
  close,
  children,
}: {
  jack: JackState;
  stage: string;
  word: string;
  /** Closes the dialpad; what is going on is made small instead. */
  close?: (() => void) | undefined;
  children?: ReactNode;
}) {
  const { t } = useTranslation();
  const { setSmall, setDevices } = usePhoneWindow();
  return (
    <div className={classes.head} data-stage={stage}>
      <Jack state={jack} />
      <p>
        <b>{word}</b> <span>{children}</span>
      </p>
      <button
        type="button"
        className={classes.icon}
        aria-label={t('softphone.devices.title')}
        title={t('softphone.devices.title')}
        onClick={() => setDevices(true)}
      >
        <Icon name="mic" />
      </button>
      <button
        type="button"
        className={classes.icon}
        aria-label={close ? t('action.close') : t('softphone.small')}
        title={close ? t('action.close') : t('softphone.small')}
        onClick={close ?? (() => setSmall(true))}
      >
        <Icon name={close ? 'close' : 'shrink'} />
      </button>
    </div>
  );
}
