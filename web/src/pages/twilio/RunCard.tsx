import { useTranslation } from 'react-i18next';
import type { TwilioConfiguration, TwilioRun } from '../../api/types';
import page from '../page.module.css';
import { hostOf } from './address';
import { RunActs } from './RunActs';
import { RunFacts } from './RunFacts';
import { RunSteps } from './RunSteps';
import { announcementOf, headlineOf } from './run';
import classes from './twilio.module.css';

/** Something that is done to the account: at the left what and why, at the right how far it is. */
export function RunCard({
  run,
  configuration,
  onClose,
}: {
  run: TwilioRun;
  configuration: TwilioConfiguration;
  onClose(): void;
}) {
  const { t } = useTranslation();
  const moved = run.baseUrlBefore && run.baseUrlBefore !== run.baseUrl;
  return (
    <section className={`${page.card} ${classes.run}`} aria-labelledby="run" data-run={run.state}>
      <div>
        <h2 id="run" className={classes.headline}>
          {headlineOf(run, t)}
        </h2>
        <p className={classes.lead}>
          <Why run={run} />
        </p>
        {moved && run.baseUrl && run.kind !== 'clear' && (
          <dl className={classes.code}>
            <dt>{t('twilio.run.was')}</dt>
            <dd>{run.baseUrlBefore}</dd>
            <dt>{t('twilio.run.willBe')}</dt>
            <dd>{run.baseUrl}</dd>
          </dl>
        )}
        <RunFacts run={run} configuration={configuration} />
        <RunActs run={run} onClose={onClose} />
      </div>
      <RunSteps run={run} />
      <p className={classes.hidden} role="status">
        {announcementOf(run, t)}
      </p>
    </section>
  );
}

function Why({ run }: { run: TwilioRun }): string {
  const { t } = useTranslation();
  const { kind, state, baseUrl, baseUrlBefore } = run;
  if (state === 'failed' || state === 'stopped') return t('twilio.run.nothingLost');
  if (kind === 'clear') {
    return state === 'done' ? t('twilio.cleared.text') : t('twilio.run.clearing');
  }
  if (state === 'done') return t('twilio.run.ready');
  const moved = baseUrl && baseUrlBefore && baseUrlBefore !== baseUrl;
  const why = moved ? t('twilio.run.moved', { host: hostOf(baseUrl) }) : t('twilio.run.pointing');
  return `${why} ${t('twilio.run.leave')}`;
}
