import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Call } from '../../api/types';
import { timeOf } from '../../i18n/format';
import { Avatar } from '../../ui/Avatar';
import { Icon } from '../../ui/Icon';
import { lengthOf } from '../../ui/lengthOf';
import { PhoneLink } from '../../ui/PhoneLink';
import { Ticking } from '../../ui/Ticking';
import classes from './calls.module.css';
import { Recorded } from './Recorded';
import { customerOf, iconOf, isMissed, kindOf, nameOf, outcomeOf, whoOf } from './words';

/** One call of the history. */
export const CallRow = memo(function CallRow({
  call,
  ours,
  search,
}: {
  call: Call;
  /** What our number is called. */
  ours: string;
  /** The address of an opened call, after its id. */
  search: string;
}) {
  const { t } = useTranslation();
  const { id, contactId, notes, memberName, createdAt, answeredAt, endedAt, durationSeconds } =
    call;
  const name = nameOf(call);
  const { word, tone } = outcomeOf(call, t);
  return (
    <div className={classes.row} data-missed={isMissed(call) || undefined}>
      <span role="cell" className={classes.mark} title={kindOf(call, t)}>
        <Icon name={iconOf(call)} />
        <span className={classes.hidden}>{kindOf(call, t)}</span>
      </span>
      <span role="cell" className={classes.person}>
        {name ? (
          <Avatar id={contactId ?? customerOf(call)} name={name} size={24} />
        ) : (
          <span className={classes.nobody}>
            <Icon name="person" size={14} />
          </span>
        )}
        <a href={`/calls/${id}${search}`} className={classes.open} data-row-focus>
          {whoOf(call, t)}
        </a>
        {name && (
          <span className={classes.number}>
            <PhoneLink number={customerOf(call)} contactId={contactId} />
          </span>
        )}
      </span>
      <span role="cell" className={classes.note}>
        {notes}
      </span>
      <span role="cell" className={classes.ours}>
        {ours}
      </span>
      <span role="cell" className={memberName ? classes.agent : classes.agentNone}>
        {memberName ?? (endedAt === null ? '' : t('call.nobody'))}
      </span>
      <span role="cell" className={classes.outcome}>
        <span className={classes.tag} data-tone={tone}>
          {word}
        </span>
      </span>
      <span role="cell" className={classes.length}>
        <Recorded call={call} />
        {endedAt === null ? (
          <Ticking since={answeredAt ?? createdAt} />
        ) : (
          lengthOf(durationSeconds ?? 0)
        )}
      </span>
      <time role="cell" className={classes.time} dateTime={createdAt}>
        {timeOf(createdAt)}
      </time>
    </div>
  );
});
