import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { allNumbersQuery } from '../api/twilioQueries';
import { useSession } from '../session/SessionContext';
import { Icon } from '../ui/Icon';
import type { IconName } from '../ui/icons';
import { Jack } from '../ui/Jack';
import { Kbd } from '../ui/Kbd';
import { phoneNumber } from '../ui/phoneNumber';
import { useAct } from '../ui/useAct';
import { useNow } from '../ui/useNow';
import { Keys } from './Keys';
import { PanelHead } from './PanelHead';
import { type CordState, PatchCord } from './PatchCord';
import { type Line, usePhone } from './Phone';
import classes from './PhonePanel.module.css';
import { usePhoneWindow } from './PhoneWindow';
import { type Stage, stageOf } from './stage';
import { useWriting } from './useWriting';
import { WritingFields } from './WritingFields';
import { clock, customerOf, nameOf, nameOfOurs } from './words';

const CORD: Record<Stage, CordState> = {
  ringing: 'growing',
  connecting: 'growing',
  talking: 'plugged',
  elsewhere: 'plugged',
  weak: 'weak',
  broken: 'weak',
};

/** The call that this member is in. */
export function CallPanel({ line }: { line: Line }) {
  const { t } = useTranslation();
  const { user, membership, workspace, can } = useSession();
  const phone = usePhone();
  const { keypad, setKeypad } = usePhoneWindow();
  const { call, muted, weak } = line;
  const stage = stageOf(line);
  const now = useNow(500);
  const hangUp = useAct(() => phone.hangUp());
  const pause = useAct((paused: boolean) => phone.pauseRecording(paused));
  const writing = useWriting(call);
  const numbers = useQuery({ ...allNumbersQuery(workspace.id), enabled: can('numbers.read') });
  const ours = nameOfOurs(call, numbers.data?.find(({ id }) => id === call.numberId)?.friendlyName);
  const from = Date.parse(call.answeredAt ?? call.createdAt);
  const name = nameOf(call);
  return (
    <>
      <PanelHead
        jack={CORD[stage] === 'plugged' ? 'busy' : 'ringing'}
        stage={stage}
        word={t(`softphone.state.${stage}`)}
      >
        {stage !== 'connecting' &&
          (call.direction === 'inbound' ? `· ${ours}` : t('softphone.as', { number: ours }))}
      </PanelHead>
      <PatchCord
        state={CORD[stage]}
        far={{ id: call.contactId ?? customerOf(call), name }}
        near={{ id: membership.memberId, name: user.name }}
      >
        <time>{clock(now - from)}</time>
      </PatchCord>
      {call.recorded && stage !== 'ringing' && (
        <p className={classes.recording} data-paused={call.recordingPaused}>
          <Jack state={call.recordingPaused ? 'away' : 'recording'} />
          {call.recordingPaused ? t('softphone.recPaused') : t('softphone.rec')}
        </p>
      )}
      <h2 className={classes.name}>{name}</h2>
      <p className={classes.number}>
        {stage === 'connecting'
          ? t('softphone.state.connectingHint')
          : name === phoneNumber(customerOf(call))
            ? ' '
            : phoneNumber(customerOf(call))}
      </p>
      <div className={classes.acts}>
        <Act
          icon={muted ? 'micOff' : 'mic'}
          word={muted ? t('softphone.unmute') : t('softphone.mute')}
          on={muted}
          run={() => phone.mute(!muted)}
        />
        <Act
          icon="keypad"
          word={t('softphone.keypad')}
          on={keypad}
          run={() => setKeypad(!keypad)}
        />
        {call.recorded && (
          <Act
            icon="record"
            word={call.recordingPaused ? t('softphone.resumeRec') : t('softphone.pauseRec')}
            on={call.recordingPaused}
            run={() => pause.mutate(!call.recordingPaused)}
          />
        )}
      </div>
      {weak && (
        <div className={classes.tell} role="status">
          <b>{t('softphone.weak.title', { name })}</b>{' '}
          {weak.lossPercent !== null &&
            t('softphone.weak.loss', { percent: Math.round(weak.lossPercent) })}
          <p>{t('softphone.weak.remedy')}</p>
        </div>
      )}
      {keypad ? (
        <Keys onPress={(digit) => phone.press(digit)} />
      ) : (
        <WritingFields writing={writing.writing} write={writing.write} mark={writing.mark} />
      )}
      <div className={classes.foot}>
        <Button
          fullWidth
          color="stop"
          loading={hangUp.isPending}
          leftSection={<Icon name="hangUp" />}
          rightSection={<Kbd keys={['mod', '⇧', 'E']} />}
          onClick={() => hangUp.mutate()}
        >
          {t('softphone.hangUp')}
        </Button>
      </div>
    </>
  );
}

function Act({ icon, word, on, run }: { icon: IconName; word: string; on: boolean; run(): void }) {
  return (
    <button type="button" aria-pressed={on} onClick={run}>
      <Icon name={icon} size={19} />
      {word}
    </button>
  );
}
