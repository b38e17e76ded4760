import { Button } from '@mantine/core';
import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TwilioRun, WorkspaceNumber } from '../../api/types';
import { agoOf } from '../../i18n/format';
import { useUnsafeReason } from '../../realtime/useUnsafeReason';
import { useSession } from '../../session/SessionContext';
import { Icon } from '../../ui/Icon';
import { phoneNumber } from '../../ui/phoneNumber';
import { useAct } from '../../ui/useAct';
import { lastDeliveryOf, matterOf } from './lines';
import { NumberDetail } from './NumberDetail';
import { NumberLine } from './NumberLine';
import classes from './numbers.module.css';
import { useTwilioActs } from './useTwilio';

/** A number and its lines; opened, what is the matter and what stands there instead of ours. */
export const NumberRow = memo(function NumberRow({
  number,
  run,
  open: openAtFirst,
  onTakeOver,
}: {
  number: WorkspaceNumber;
  run: TwilioRun | null;
  open: boolean;
  onTakeOver(number: WorkspaceNumber): void;
}) {
  const { t } = useTranslation();
  const [toggled, setToggled] = useState<boolean>();
  const matter = matterOf(number, t);
  const open = matter !== undefined && (toggled ?? (openAtFirst && number.connection !== 'left'));
  const written = phoneNumber(number.phoneNumber);
  const last = lastDeliveryOf(number);
  const detail = `detail-${number.id}`;
  return (
    <div className={classes.row} data-connection={number.connection} data-open={open}>
      <span role="cell" className={classes.number}>
        {matter ? (
          <button
            type="button"
            className={classes.toggle}
            data-row-focus
            aria-expanded={open}
            aria-controls={open ? detail : undefined}
            aria-label={t('twilio.row.details', { number: written })}
            onClick={() => setToggled(!open)}
          >
            {written}
            <Icon name={open ? 'down' : 'right'} size={12} />
          </button>
        ) : (
          written
        )}
      </span>
      <span role="cell" className={classes.name} title={number.friendlyName}>
        {number.friendlyName === number.phoneNumber ? '' : number.friendlyName}
      </span>
      <span role="cell">
        <NumberLine number={number} line="voice" run={run} />
      </span>
      <span role="cell">
        <NumberLine number={number} line="sms" run={run} />
      </span>
      <span role="cell">
        <NumberLine number={number} line="status" run={run} />
      </span>
      <span role="cell" className={classes.delivery}>
        {last ? agoOf(last) : t('twilio.noDelivery')}
      </span>
      <span role="cell" className={classes.act}>
        <RowAct number={number} busy={run?.state === 'running'} onTakeOver={onTakeOver} />
      </span>
      {open && (
        <div role="cell" className={classes.detail} id={detail}>
          <NumberDetail number={number} matter={matter} />
        </div>
      )}
    </div>
  );
});

/** The one thing that helps this number. */
function RowAct({
  number,
  busy,
  onTakeOver,
}: {
  number: WorkspaceNumber;
  busy: boolean;
  onTakeOver(number: WorkspaceNumber): void;
}) {
  const { t } = useTranslation();
  const { can } = useSession();
  const unsafe = useUnsafeReason();
  const { repair, connectAgain } = useTwilioActs();
  const mend = useAct(() =>
    number.connection === 'left' ? connectAgain(number.id) : repair([number.id]),
  );
  const label = labelOf(number);
  const itsTurnComes = busy && number.connection === 'waiting';
  if (!label || itsTurnComes || !can('twilio.manage')) return null;
  const reason = unsafe ?? (busy ? t('problem.twilio-busy') : undefined);
  const asks = label === 'takeOver';
  return (
    <Button
      variant={number.connection === 'drifted' ? 'filled' : 'default'}
      loading={mend.isPending}
      disabled={reason !== undefined}
      title={reason}
      onClick={() => (asks ? onTakeOver(number) : mend.mutate())}
    >
      {t(`twilio.act.${label}`)}
    </Button>
  );
}

function labelOf({ connection }: WorkspaceNumber) {
  switch (connection) {
    case 'drifted':
      return 'repair';
    case 'asks':
    case 'elsewhere':
      return 'takeOver';
    case 'failed':
      return 'again';
    case 'waiting':
      return 'connect';
    case 'left':
      return 'connectAgain';
    case 'connected':
      return undefined;
  }
}
