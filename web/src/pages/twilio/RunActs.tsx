import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { TwilioRun } from '../../api/types';
import { useUnsafeReason } from '../../realtime/useUnsafeReason';
import { useSession } from '../../session/SessionContext';
import { useAct } from '../../ui/useAct';
import { numbersOf } from './run';
import classes from './twilio.module.css';
import { type TwilioActs, useTwilioActs } from './useTwilio';

/** Stop while it runs; go on where it did not come to its end. */
export function RunActs({ run, onClose }: { run: TwilioRun; onClose(): void }) {
  const { t } = useTranslation();
  const { can } = useSession();
  const acts = useTwilioActs();
  const unsafe = useUnsafeReason();
  const stop = useAct(acts.stop);
  const goOn = useAct(() => again(run, acts));
  const manages = can('twilio.manage');
  if (run.state === 'running') {
    if (run.kind === 'clear' || !manages) return null;
    return (
      <div className={classes.acts}>
        <Button
          variant="default"
          disabled={unsafe !== undefined || stop.isPending || stop.isSuccess}
          title={unsafe}
          onClick={() => stop.mutate()}
        >
          {t(stopLabel(run, stop.isSuccess))}
        </Button>
      </div>
    );
  }
  return (
    <div className={classes.acts}>
      {run.state !== 'done' && manages && (
        <Button
          loading={goOn.isPending}
          disabled={unsafe !== undefined}
          title={unsafe}
          onClick={() => goOn.mutate()}
        >
          {t('twilio.run.goOn')}
        </Button>
      )}
      <Button variant="default" onClick={onClose}>
        {t('twilio.run.close')}
      </Button>
    </div>
  );
}

/** A run stops between two numbers, else between two steps. */
function stopLabel(run: TwilioRun, stopping: boolean) {
  const counting = numbersOf(run)?.state === 'running';
  if (stopping) return counting ? 'twilio.run.stopping' : 'twilio.run.stoppingStep';
  return counting ? 'twilio.run.stop' : 'twilio.run.stopStep';
}

/** The same once more; what is done already is not done twice. */
function again({ kind }: TwilioRun, acts: TwilioActs): Promise<void> {
  if (kind === 'clear') return acts.clear();
  return kind === 'repair' ? acts.repair() : acts.configure();
}
