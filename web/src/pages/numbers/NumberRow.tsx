import { useQuery } from '@tanstack/react-query';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { membersQuery } from '../../api/queries';
import type { WorkspaceNumber } from '../../api/types';
import { useSession } from '../../session/SessionContext';
import { PhoneLink } from '../../ui/PhoneLink';
import { phoneNumber } from '../../ui/phoneNumber';
import page from '../page.module.css';
import classes from './numbers.module.css';

const ABILITIES = ['voice', 'sms', 'mms'] as const;

export const NumberRow = memo(function NumberRow({
  number,
  onEdit,
}: {
  number: WorkspaceNumber;
  onEdit(number: WorkspaceNumber): void;
}) {
  const { t } = useTranslation();
  const { can } = useSession();
  const written = phoneNumber(number.phoneNumber);
  const { forwardTo, noAnswerSeconds } = number;
  return (
    <div className={classes.row}>
      <span role="cell" className={classes.number}>
        {can('numbers.manage') ? (
          <button
            type="button"
            className={classes.open}
            data-row-focus
            aria-label={t('number.edit', { number: written })}
            onClick={() => onEdit(number)}
          >
            {written}
          </button>
        ) : (
          written
        )}
      </span>
      <span role="cell" className={classes.name}>
        {number.friendlyName === number.phoneNumber ? '' : number.friendlyName}
      </span>
      <span role="cell" className={classes.chips}>
        {ABILITIES.filter((ability) => number[ability]).map((ability) => (
          <span key={ability} className={page.chip}>
            {t(`number.can.${ability}`)}
          </span>
        ))}
      </span>
      <span role="cell" className={classes.quiet}>
        <UsedBy memberIds={number.memberIds} />
      </span>
      <span role="cell" className={classes.quiet}>
        {forwardTo ? (
          <>
            {t('number.forwards')} <PhoneLink number={forwardTo} />
          </>
        ) : (
          t('number.afterSeconds', { count: noAnswerSeconds })
        )}
      </span>
    </div>
  );
});

function UsedBy({ memberIds }: { memberIds: readonly string[] }): string {
  const { t } = useTranslation();
  const { workspace, can } = useSession();
  const { data: members } = useQuery({
    ...membersQuery(workspace.id),
    enabled: can('members.read') && memberIds.length > 0,
  });
  if (memberIds.length === 0) return t('number.everybody');
  const names = members?.filter(({ id }) => memberIds.includes(id)).map(({ name }) => name);
  return names && names.length > 0 && names.length <= 2
    ? names.join(', ')
    : t('number.members', { count: memberIds.length });
}
