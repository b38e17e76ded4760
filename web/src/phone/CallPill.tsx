import { useContext } from 'react';
import { useTranslation } from 'react-i18next';
import type { Call } from '../api/types';
import { Icon } from '../ui/Icon';
import { Jack } from '../ui/Jack';
import { useAct } from '../ui/useAct';
import { useNow } from '../ui/useNow';
import classes from './CallPill.module.css';
import { type Line, type Phone, PhoneContext } from './Phone';
import { usePhoneWindow } from './PhoneWindow';
import { stageOf } from './stage';
import { clock, nameOf } from './words';

/** The call made small, at the right of every toolbar. */
export function CallPill() {
  const phone = useContext(PhoneContext);
  const { small } = usePhoneWindow();
  if (!phone || !small) return null;
  if (phone.line) return <Small phone={phone} line={phone.line} />;
  return phone.wrapUp && <SmallWrapUp call={phone.wrapUp} />;
}

function Small({ phone, line }: { phone: Phone; line: Line }) {
  const { t } = useTranslation();
  const now = useNow(1_000);
  const hangUp = useAct(() => phone.hangUp());
  const { call, muted } = line;
  const calm = ['talking', 'elsewhere'].includes(stageOf(line));
  const mute = muted ? t('softphone.unmute') : t('softphone.mute');
  return (
    <Pill call={call} jack={calm ? 'busy' : 'ringing'}>
      <time>{clock(now - Date.parse(call.answeredAt ?? call.createdAt))}</time>
      {call.recorded && (
        <Jack
          state={call.recordingPaused ? 'away' : 'recording'}
          label={call.recordingPaused ? t('softphone.recPaused') : t('softphone.rec')}
        />
      )}
      <button
        type="button"
        className={classes.act}
        aria-label={mute}
        title={mute}
        aria-pressed={muted}
        onClick={() => phone.mute(!muted)}
      >
        <Icon name={muted ? 'micOff' : 'mic'} />
      </button>
      <button
        type="button"
        className={classes.stop}
        aria-label={t('softphone.hangUp')}
        title={t('softphone.hangUp')}
        disabled={hangUp.isPending}
        onClick={() => hangUp.mutate()}
      >
        <Icon name="hangUp" />
      </button>
    </Pill>
  );
}

function SmallWrapUp({ call }: { call: Call }) {
  const { t } = useTranslation();
  const now = useNow(1_000);
  const left = call.wrapUpUntil ? Date.parse(call.wrapUpUntil) - now : null;
  return (
    <Pill call={call} jack="wrapup">
      <span className={classes.left}>
        {left === null ? t('softphone.state.wrapUp') : t('softphone.left', { time: clock(left) })}
      </span>
    </Pill>
  );
}

function Pill({
  call,
  jack,
  children,
}: {
  call: Call;
  jack: 'busy' | 'ringing' | 'wrapup';
  children: React.ReactNode;
}) {
  const { t } = useTranslation();
  const { setSmall } = usePhoneWindow();
  const name = nameOf(call);
  return (
    <div className={classes.pill} role="group" aria-label={t('softphone.title')} data-second-row>
      <button
        type="button"
        className={classes.who}
        aria-label={t('softphone.large', { name })}
        title={t('softphone.large', { name })}
        onClick={() => setSmall(false)}
      >
        <Jack state={jack} />
        <b>{name}</b>
        <i data-jack={jack} />
      </button>
      {children}
    </div>
  );
}
