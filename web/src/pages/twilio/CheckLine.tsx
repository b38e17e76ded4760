import { useTranslation } from 'react-i18next';
import type { TwilioCheck } from '../../api/types';
import { problemOf } from '../../forms/storedProblem';
import { useSentence } from '../../forms/useSentence';
import { dayAndTimeOf } from '../../i18n/format';
import { Jack, type JackState } from '../../ui/Jack';
import page from '../page.module.css';
import { sayingOfDifference } from './differences';
import classes from './twilio.module.css';

const JACKS: Readonly<Record<TwilioCheck['state'], JackState>> = {
  ok: 'available',
  drift: 'ringing',
  failed: 'recording',
};

/** So many differences are named; the rest is counted. */
const NAMED = 5;

export function CheckLine({ check }: { check: TwilioCheck }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const { state, differences, problem, firstAt, at, by } = check;
  const more = differences.length - NAMED;
  const heading =
    state === 'drift'
      ? t('twilio.check.drift', { count: differences.length })
      : t(`twilio.check.${state}`);
  return (
    <li className={`${page.line} ${classes.rejected}`}>
      <Jack state={JACKS[state]} />
      <div className={classes.reason}>
        <b>{heading}</b>
        {problem && <p>{sentence(problemOf(problem))}</p>}
        <ul>
          {differences.slice(0, NAMED).map((one) => (
            <li key={`${one.subject} ${one.numberId} ${one.phoneNumber} ${one.aspect}`}>
              {sayingOfDifference(one, t)}
            </li>
          ))}
          {more > 0 && <li>{t('twilio.check.more', { count: more })}</li>}
        </ul>
      </div>
      <span className={page.aside}>
        {dayAndTimeOf(firstAt)}
        <br />
        {at === firstAt
          ? by
            ? t('twilio.check.by', { name: by })
            : t('twilio.check.byTime')
          : t('twilio.check.lasted', { time: dayAndTimeOf(at) })}
      </span>
    </li>
  );
}
