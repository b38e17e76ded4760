import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Call, Member } from '../../api/types';
import { Ticking } from '../../ui/Ticking';
import { Customer } from './Customer';
import { EndCall } from './EndCall';
import { Fuse } from './Fuse';
import classes from './live.module.css';

/** Somebody waits: the cord burns towards the far jack, and there the call goes on without us. */
export const WaitingCall = memo(function WaitingCall({
  call,
  members,
}: {
  call: Call;
  members: readonly Member[];
}) {
  const { t } = useTranslation();
  const ringing = call.offeredTo.filter((id) => !call.declinedBy.includes(id));
  const names = ringing.flatMap((id) => {
    const found = members.find((member) => member.id === id);
    return found ? [found.name.split(' ')[0] ?? found.name] : [];
  });
  return (
    <li className={classes.line}>
      <Customer call={call} />
      <Fuse from={call.offeredAt ?? call.createdAt} until={call.ringUntil} />
      <span className={classes.says}>{says()}</span>
      <span className={classes.clock}>
        <Ticking since={call.createdAt} />
      </span>
      <EndCall call={call} />
    </li>
  );

  function says(): string {
    if (call.stage === 'unanswered') return t('live.unanswered');
    const count = ringing.length + (call.offeredToMore ?? 0) - (call.declinedByMore ?? 0);
    if (count === 0) return t('live.nobodyFree');
    if (names.length === 0 || count > 2) {
      return t('live.offeredToMany', { count });
    }
    return t('live.offeredTo', { names: names.join(t('live.and')) });
  }
});
