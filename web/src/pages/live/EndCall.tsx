import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Call } from '../../api/types';
import { useSession } from '../../session/SessionContext';
import { Icon } from '../../ui/Icon';
import { HangUpConfirm } from '../calls/HangUpConfirm';
import { whoOf } from '../calls/words';
import page from '../page.module.css';
import classes from './live.module.css';

/** Ends a call: one's own, or with `calls.manage` anybody's. */
export function EndCall({ call }: { call: Call }) {
  const { t } = useTranslation();
  const { can, membership } = useSession();
  const [asking, setAsking] = useState(false);
  const mine = call.memberId === membership.memberId && can('calls.make');
  if (!mine && !can('calls.manage')) return <span />;
  const label = t('live.hangUp', { who: whoOf(call, t) });
  return (
    <span className={classes.act}>
      <button
        type="button"
        className={page.icon}
        aria-label={label}
        title={label}
        onClick={() => setAsking(true)}
      >
        <Icon name="close" />
      </button>
      {asking && (
        <HangUpConfirm call={call} who={whoOf(call, t)} onClose={() => setAsking(false)} />
      )}
    </span>
  );
}
