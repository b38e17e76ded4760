import { useTranslation } from 'react-i18next';
import type { TwilioRun, TwilioStep } from '../../api/types';
import { Cord, CordStep } from '../../ui/Cord';
import { cordState, dealtWith, sayingOf, secondsOf } from './run';
import classes from './twilio.module.css';
import { useTimeLeft } from './useTimeLeft';

export function RunSteps({ run }: { run: TwilioRun }) {
  const { t } = useTranslation();
  return (
    <Cord label={t('twilio.run.steps')} small>
      {run.steps.map((step) => (
        <CordStep
          key={step.name}
          state={cordState(step)}
          stateLabel={t(`twilio.step.state.${step.state}`)}
          title={t(`twilio.does.${step.name}`)}
          aside={<HowFar step={step} />}
        >
          {step.state === 'running' && step.total ? (
            <Counting step={step} total={step.total} />
          ) : (
            <span className={step.problem ? classes.problem : undefined}>{sayingOf(step, t)}</span>
          )}
          {step.problem?.twilioCode && (
            <details className={classes.details}>
              <summary>{t('state.details')}</summary>
              {t('twilio.row.code', { code: step.problem.twilioCode })}
            </details>
          )}
        </CordStep>
      ))}
    </Cord>
  );
}

function HowFar({ step }: { step: TwilioStep }): string | null {
  const { t } = useTranslation();
  const { state, total } = step;
  if (total && (state === 'running' || state === 'failed')) {
    return t('twilio.step.of', { done: dealtWith(step), total });
  }
  const seconds = secondsOf(step);
  if (!seconds) return null;
  return seconds === '0.0' ? t('twilio.step.quick') : t('twilio.step.seconds', { seconds });
}

/** The number that it is at, the time left, and the bar. */
function Counting({ step, total }: { step: TwilioStep; total: number }) {
  const { t } = useTranslation();
  const done = dealtWith(step);
  const left = useTimeLeft(step, total);
  return (
    <>
      <span>{left ? `${sayingOf(step, t)} · ${left}` : sayingOf(step, t)}</span>
      <div
        className={classes.bar}
        role="progressbar"
        aria-label={t(`twilio.does.${step.name}`)}
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={done}
        aria-valuetext={t('twilio.step.of', { done, total })}
      >
        <span style={{ transform: `scaleX(${total === 0 ? 0 : done / total})` }} />
      </div>
    </>
  );
}
