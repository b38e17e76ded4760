import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Call } from '../../api/types';
import { Avatar } from '../../ui/Avatar';
import { Ticking } from '../../ui/Ticking';
import { Customer } from './Customer';
import { EndCall } from './EndCall';
import classes from './live.module.css';

/** A call that somebody has: the cord between the two is lit as soon as they speak. */
export const RunningCall = memo(function RunningCall({ call }: { call: Call }) {
  const { t } = useTranslation();
  const lit = call.stage === 'talking' || call.stage === 'forwarded';
  return (
    <li className={classes.line}>
      <Customer call={call} />
      <span className={classes.cord} data-lit={lit || undefined}>
        <i aria-hidden="true" />
        {!lit && <em>{t(`call.stage.${call.stage}`)}</em>}
        {call.stage === 'forwarded' && <em>{t('call.stage.forwarded')}</em>}
      </span>
      <span className={classes.person}>
        {call.memberId && call.memberName && (
          <>
            <Avatar id={call.memberId} name={call.memberName} size={28} />
            <span className={classes.two}>
              <b>{call.memberName}</b>
            </span>
          </>
        )}
      </span>
      <span className={classes.clock}>
        <Ticking since={call.answeredAt ?? call.createdAt} />
      </span>
      <EndCall call={call} />
    </li>
  );
});
