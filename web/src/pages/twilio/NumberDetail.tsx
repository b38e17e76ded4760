import { useTranslation } from 'react-i18next';
import type { WorkspaceNumber } from '../../api/types';
import { problemOf } from '../../forms/storedProblem';
import { useSentence } from '../../forms/useSentence';
import { useUnsafeReason } from '../../realtime/useUnsafeReason';
import { useSession } from '../../session/SessionContext';
import { phoneNumber } from '../../ui/phoneNumber';
import { toasts } from '../../ui/toasts';
import { useAct } from '../../ui/useAct';
import { shownValue } from './differences';
import classes from './numbers.module.css';
import { Sid } from './Sid';
import { useTwilioActs } from './useTwilio';

/** What is the matter, what stands at Twilio and what should, and the other way out. */
export function NumberDetail({ number, matter }: { number: WorkspaceNumber; matter: string }) {
  const { t } = useTranslation();
  const { can } = useSession();
  const sentence = useSentence();
  const unsafe = useUnsafeReason();
  const { leave } = useTwilioActs();
  const keep = useAct(async () => {
    await leave(number.id);
    toasts.show(t('twilio.kept', { number: phoneNumber(number.phoneNumber) }));
  });
  const { connection, differences, heldBy, problem } = number;
  const leavable = connection === 'drifted' || connection === 'asks' || connection === 'failed';
  return (
    <>
      <p className={classes.matter}>
        <b>{matter}</b> {problem && sentence(problemOf(problem))}{' '}
        {connection === 'asks' && heldBy && <Sid>{heldBy}</Sid>}
      </p>
      {differences.length > 0 && (
        <dl className={classes.diff}>
          {differences.map(({ aspect, wanted, found }) => (
            <div key={aspect}>
              <dt className={classes.aspect}>{t(`aspect.${aspect}`)}</dt>
              <dt>{t('twilio.row.now')}</dt>
              <dd className={classes.theirs}>{shownValue(found, t)}</dd>
              <dt>{t('twilio.row.ours')}</dt>
              <dd className={classes.ours}>{shownValue(wanted, t)}</dd>
            </div>
          ))}
        </dl>
      )}
      {problem?.twilioCode && (
        <details className={classes.quiet}>
          <summary>{t('state.details')}</summary>
          {t('twilio.row.code', { code: problem.twilioCode })}
        </details>
      )}
      {leavable && can('twilio.manage') && (
        <button
          type="button"
          className={classes.link}
          disabled={unsafe !== undefined || keep.isPending}
          title={unsafe}
          onClick={() => keep.mutate()}
        >
          {t('twilio.act.keep')}
        </button>
      )}
    </>
  );
}
