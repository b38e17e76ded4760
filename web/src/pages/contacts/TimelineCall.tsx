import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Call } from '../../api/types';
import { timeOf } from '../../i18n/format';
import { useSession } from '../../session/SessionContext';
import { Icon } from '../../ui/Icon';
import { useNumberNames } from '../calls/useNumberNames';
import page from '../page.module.css';
import { callSentence, lengthOf } from './callSentence';
import classes from './contact.module.css';
import { Facts } from './Facts';

/** One call of a timeline: who did what, how long, what was noted; it leads to the call. */
export function TimelineCall({ call }: { call: Call }) {
  const { t } = useTranslation();
  const { membership, can } = useSession();
  const { text, icon, tone } = callSentence(call, membership.memberId, t);
  const nameOfOurs = useNumberNames();
  const { durationSeconds: talked, waitSeconds: waited } = call;
  const facts = [
    call.outcome === 'answered' && talked ? lengthOf(talked, t) : undefined,
    nameOfOurs(call),
    call.direction === 'inbound' && waited
      ? t('contacts.call.waited', { length: lengthOf(waited, t) })
      : undefined,
  ].filter((fact) => fact !== undefined);
  const recorded = call.recordingUrl !== null && can('recordings.read');
  return (
    <li className={classes.call} data-tone={tone}>
      <span className={classes.mark}>
        <Icon name={icon} />
      </span>
      <div className={classes.told}>
        <p>
          <Link to="/calls/$callId" params={{ callId: call.id }}>
            {text}
          </Link>
          <Facts of={facts} />
        </p>
        {call.notes && <p className={classes.said}>{call.notes}</p>}
        {(recorded || call.disposition || call.tags.length > 0) && (
          <p className={classes.chips}>
            {recorded && (
              <Link
                to="/calls/$callId"
                params={{ callId: call.id }}
                className={`${page.chip} ${classes.recording}`}
              >
                <Icon name="play" size={12} />
                {t('contacts.call.recording')}
              </Link>
            )}
            {call.disposition && (
              <span className={page.chip} data-tone="go">
                {call.disposition}
              </span>
            )}
            {call.tags.map((tag) => (
              <span key={tag} className={page.chip}>
                {tag}
              </span>
            ))}
          </p>
        )}
      </div>
      <time dateTime={call.createdAt}>{timeOf(call.createdAt)}</time>
    </li>
  );
}
