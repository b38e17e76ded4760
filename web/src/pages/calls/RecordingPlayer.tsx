import { Button, Loader } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client';
import type { CallRecording } from '../../api/types';
import { useSession } from '../../session/SessionContext';
import { Confirm } from '../../ui/Confirm';
import { Icon } from '../../ui/Icon';
import { lengthOf } from '../../ui/lengthOf';
import { Segmented } from '../../ui/Segmented';
import { toasts } from '../../ui/toasts';
import page from '../page.module.css';
import classes from './detail.module.css';
import { usePlayer } from './usePlayer';

const SPEEDS = ['1', '1.5', '2'] as const;
const BACK_SECONDS = 10;

/** Where a space does what it always does. */
const OWN_SPACE = 'input, textarea, select, button, a, summary, [contenteditable="true"]';

/** A recording as one plays it: Space, speed, ten seconds back, download, delete. */
export function RecordingPlayer({
  recording,
  first,
  onDeleted,
}: {
  recording: CallRecording;
  /** Whether Space is for this one. */
  first: boolean;
  onDeleted(): void;
}) {
  const { t } = useTranslation();
  const { workspace, can } = useSession();
  const [deleting, setDeleting] = useState(false);
  const { id, durationSeconds, channels } = recording;
  const media = `/api/recordings/${id}/media?workspace=${workspace.id}`;
  const player = usePlayer(media, durationSeconds, channels);
  const { toggle } = player;

  useEffect(() => {
    if (!first) return;
    function onKeyDown(event: KeyboardEvent): void {
      const covered = document.querySelector('[aria-modal="true"], [role="menu"]');
      const owned = event.target instanceof Element && event.target.closest(OWN_SPACE);
      if (event.key !== ' ' || owned || covered || event.defaultPrevented) return;
      event.preventDefault();
      toggle();
    }
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, [first, toggle]);

  return (
    <div className={classes.player}>
      <div className={classes.wave}>
        <span className={classes.channels} aria-hidden="true">
          {channels === 2 && player.drawn ? (
            <>
              <span>{t('call.player.customer')}</span>
              <span>{t('call.player.desk')}</span>
            </>
          ) : (
            <span>{t('call.player.recording')}</span>
          )}
        </span>
        <div ref={player.box} className={classes.canvas} data-state={player.state} />
      </div>
      {!player.drawn && <p className={classes.undrawn}>{t('call.player.undrawn')}</p>}
      {player.state === 'failed' && (
        <p className={classes.fault} role="alert">
          {t('call.player.failed')}
        </p>
      )}
      <div className={classes.controls}>
        <Button
          className={classes.play}
          onClick={toggle}
          aria-label={player.playing ? t('call.player.pause') : t('call.player.play')}
          title={`${player.playing ? t('call.player.pause') : t('call.player.play')} (${t('call.player.space')})`}
        >
          {player.state === 'loading' ? (
            <Loader size={14} color="currentColor" />
          ) : (
            <Icon name={player.playing ? 'pause' : 'play'} />
          )}
        </Button>
        <button
          type="button"
          className={page.icon}
          onClick={() => player.back(BACK_SECONDS)}
          disabled={player.state !== 'ready'}
          aria-label={t('call.player.back')}
          title={t('call.player.back')}
        >
          <Icon name="rewind" />
        </button>
        <span className={classes.clock}>
          <b>{lengthOf(player.at)}</b> / {lengthOf(player.length)}
        </span>
        <span className={classes.gap} />
        <Segmented
          label={t('call.player.speed')}
          value={String(player.speed) as (typeof SPEEDS)[number]}
          options={SPEEDS.map((value) => ({ value, label: `${value}×` }))}
          onChange={(value) => player.choose(Number(value))}
        />
        <Button
          component="a"
          variant="default"
          href={media}
          download // under the name that the server gives it: not every Twilio has an MP3
          leftSection={<Icon name="download" />}
        >
          {t('call.player.download')}
        </Button>
        {can('recordings.manage') && (
          <button
            type="button"
            className={page.icon}
            onClick={() => setDeleting(true)}
            aria-label={t('call.player.delete')}
            title={t('call.player.delete')}
          >
            <Icon name="trash" />
          </button>
        )}
      </div>
      {deleting && (
        <Confirm
          title={t('call.player.deleteTitle')}
          verb={t('call.player.delete')}
          run={() =>
            answer(
              api.DELETE('/api/recordings/{recordingId}', {
                params: { path: { recordingId: id } },
              }),
            ).then(() => {
              toasts.show(t('call.player.deleted'));
              onDeleted();
            })
          }
          onClose={() => setDeleting(false)}
        >
          {t('call.player.deleteText', { length: lengthOf(durationSeconds ?? 0) })}
        </Confirm>
      )}
    </div>
  );
}
