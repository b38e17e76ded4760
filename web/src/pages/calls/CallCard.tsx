import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Call, CallViewFilter } from '../../api/types';
import { timeOf } from '../../i18n/format';
import { Icon } from '../../ui/Icon';
import { lengthOf } from '../../ui/lengthOf';
import { Ticking } from '../../ui/Ticking';
import classes from './calls.module.css';
import { iconOf, isMissed, kindOf, outcomeOf, whoOf } from './words';

/** One call of the history in the narrow list beside an opened one. */
export const CallCard = memo(function CallCard({
  call,
  ours,
  filter,
  current,
}: {
  call: Call;
  ours: string;
  filter: CallViewFilter;
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
        <Link
          to="/calls/$callId"
          params={{ callId: id }}
          search={filter}
          className={classes.open}
          aria-current={current || undefined}
          data-row-focus
        >
          {whoOf(call, t)}
        </Link>
        <span>
          {ours} · {memberName ?? outcomeOf(call, t).word}
        </span>
      </span>
      <span role="cell" className={classes.twoEnd}>
        <time dateTime={createdAt}>{timeOf(createdAt)}</time>
        <span>
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
