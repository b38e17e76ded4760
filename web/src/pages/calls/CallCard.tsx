import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Call } from '../../api/types';
import { timeOf } from '../../i18n/format';
import { Icon } from '../../ui/Icon';
import { lengthOf } from '../../ui/lengthOf';
import { Ticking } from '../../ui/Ticking';
import classes from './calls.module.css';
import { Recorded } from './Recorded';
import { iconOf, isMissed, kindOf, outcomeOf, whoOf } from './words';

/** One call of the history in the narrow list beside an opened one. */
export const CallCard = memo(function CallCard({
  call,
  ours,
  search,
  current,
}: {
  call: Call;
  ours: string;
  /** The address of an opened call, after its id. */
  search: string;
  current: boolean;
}) {
  const { t } = useTranslation();
  const { id, memberName, createdAt, answeredAt, endedAt, durationSeconds } = call;
  return (
    <div
      className={classes.card}
      data-missed={isMissed(call) || undefined}
      data-current={current || undefined}
    >
      <span role="cell" className={classes.mark}>
        <Icon name={iconOf(call)} size={14} />
        <span className={classes.hidden}>{kindOf(call, t)}</span>
      </span>
      <span role="cell" className={classes.two}>
        <a
          href={`/calls/${id}${search}`}
          className={classes.open}
          aria-current={current || undefined}
          data-row-focus
        >
          {whoOf(call, t)}
        </a>
        <span>
          {ours} · {memberName ?? outcomeOf(call, t).word}
        </span>
      </span>
      <span role="cell" className={classes.twoEnd}>
        <time dateTime={createdAt}>{timeOf(createdAt)}</time>
        <span className={classes.length}>
          <Recorded call={call} />
          {endedAt === null ? (
            <Ticking since={answeredAt ?? createdAt} />
          ) : (
            lengthOf(durationSeconds ?? 0)
          )}
        </span>
      </span>
    </div>
  );
});
