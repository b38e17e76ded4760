import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { StoredProblem, TwilioConfiguration } from '../../api/types';
import { problemOf } from '../../forms/storedProblem';
import { useSentence } from '../../forms/useSentence';
import { useUnsafeReason } from '../../realtime/useUnsafeReason';
import { useSession } from '../../session/SessionContext';
import { Jack } from '../../ui/Jack';
import { useAct } from '../../ui/useAct';
import {
  mendable,
  ofTheAccount,
  releasedAtTwilio,
  repairable,
  sayingOfDifference,
} from './differences';
import classes from './twilio.module.css';
import { useTwilioActs } from './useTwilio';

/** The fact, then the remedy beside it: what was found otherwise, and the button that mends it. */
export function DriftNotice({ configuration }: { configuration: TwilioConfiguration }) {
  const { t } = useTranslation();
  const { can } = useSession();
  const { repair } = useTwilioActs();
  const unsafe = useUnsafeReason();
  const mend = useAct(() => repair());
  const { check } = configuration;
  if (check?.problem) return <NotChecked problem={check.problem} />;
  if (check?.state !== 'drift') return null;
  const account = ofTheAccount(check);
  const moved = account.some((one) => one.aspect === 'changed' && mendable(one));
  const count = moved ? configuration.numbers.total : repairable(check);
  const dead = account.some(({ aspect }) => aspect === 'suspended' || aspect === 'closed');
  const helps = !dead && (count > 0 || account.some(mendable));
  const released = releasedAtTwilio(check);
  if (count + account.length + released.length === 0) return null;
  return (
    <div className={classes.drift}>
      <Jack state="ringing" size={14} />
      <div>
        {account.map((difference) => (
          <p key={`${difference.subject} ${difference.aspect}`}>
            <b>{sayingOfDifference(difference, t)}</b>
          </p>
        ))}
        {count > 0 && !moved && (
          <p>
            <b>{t('twilio.drift.numbers', { count })}</b> {t('twilio.drift.callers', { count })}
          </p>
        )}
        {released.length > 0 && (
          <p>
            <b>
              {t('twilio.drift.released', {
                count: released.length,
                number: released[0],
              })}
            </b>{' '}
            {t('twilio.drift.releasedStays')}
          </p>
        )}
      </div>
      {can('twilio.manage') && helps && (
        <Button
          loading={mend.isPending}
          disabled={unsafe !== undefined}
          title={unsafe}
          onClick={() => mend.mutate()}
        >
          {t('twilio.drift.repair', { count })}
        </Button>
      )}
    </div>
  );
}

/** The account could not even be looked at. */
function NotChecked({ problem }: { problem: StoredProblem }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  return (
    <div className={classes.drift}>
      <Jack state="ringing" size={14} />
      <p>
        <b>{t('twilio.check.failed')}.</b> {sentence(problemOf(problem))}
      </p>
    </div>
  );
}
