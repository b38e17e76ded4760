import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Member } from '../../api/types';
import { useSession } from '../../session/SessionContext';
import { Avatar } from '../../ui/Avatar';
import { Jack, jackOfPresence } from '../../ui/Jack';
import { Since } from '../../ui/Since';
import table from '../../ui/table.module.css';
import { MemberActions } from './MemberActions';
import type { MemberAct } from './MemberActSheet';

export const MemberRow = memo(function MemberRow({
  member,
  onAct,
}: {
  member: Member;
  onAct(act: MemberAct): void;
}) {
  const { t } = useTranslation();
  const { membership } = useSession();
  const { status, since } = member.presence;
  return (
    <tr data-member={member.id}>
      <td>
        <div className={table.person}>
          <Avatar id={member.id} name={member.name} />
          <div className={table.two}>
            <span style={{ font: 'inherit', color: 'inherit' }}>
              <b>{member.name}</b>
              {member.id === membership.memberId && (
                <span className={table.quiet}> {t('people.you')}</span>
              )}
            </span>
            <span>{member.email}</span>
          </div>
        </div>
      </td>
      <td>
        <span className={table.status} data-presence={status}>
          <Jack state={jackOfPresence(status)} />
          {t(`presence.${status}`)}
          <span className={`${table.quiet} ${table.wideOnly}`}>
            <Since at={since} />
          </span>
        </span>
      </td>
      <td className={table.wideOnly}>{t(`role.${member.role}`)}</td>
      <td className={table.end}>
        <MemberActions member={member} onAct={onAct} />
      </td>
    </tr>
  );
});
