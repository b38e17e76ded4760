import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { membersQuery } from '../../api/queries';
import type { Member } from '../../api/types';
import { useSession } from '../../session/SessionContext';
import { likeness } from '../../shell/commands';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorPanel } from '../../ui/ErrorPanel';
import { SkeletonRows } from '../../ui/Skeleton';
import table from '../../ui/table.module.css';
import page from '../page.module.css';
import { type MemberAct, MemberActSheet } from './MemberActSheet';
import { MemberRow } from './MemberRow';

/** The members by name, with presence as it changes. */
export function MemberList({ find, onInvite }: { find: string; onInvite(): void }) {
  const { t } = useTranslation();
  const { workspace, can } = useSession();
  const members = useQuery(membersQuery(workspace.id));
  const [act, setAct] = useState<MemberAct>();
  const found = useMemo(() => matching(members.data ?? [], find), [members.data, find]);
  const here = members.data?.filter(({ presence }) => presence.status !== 'offline').length ?? 0;

  return (
    <section className={page.section} aria-labelledby="members">
      <div className={page.sectionHead}>
        <h2 id="members">{t('people.members')}</h2>
        {members.data && <p>{t('people.count', { count: members.data.length, here })}</p>}
      </div>
      <div className={table.frame}>
        {members.isPending && <SkeletonRows rows={4} height={48} />}
        {members.error && !members.data && (
          <ErrorPanel error={members.error} onRetry={() => void members.refetch()} />
        )}
        {members.data && found.length > 0 && (
          <table className={table.table}>
            <thead>
              <tr>
                <th scope="col">{t('people.name')}</th>
                <th scope="col" className={table.statusColumn}>
                  {t('people.status')}
                </th>
                <th scope="col" className={`${table.wideOnly} ${table.roleColumn}`}>
                  {t('field.role')}
                </th>
                <th scope="col" className={table.end}>
                  <span className={table.hidden}>{t('action.more')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {found.map((member) => (
                <MemberRow key={member.id} member={member} onAct={setAct} />
              ))}
            </tbody>
          </table>
        )}
        {members.data && found.length === 0 && (
          <EmptyState>{t('people.nobodyFound', { find })}</EmptyState>
        )}
        {members.data?.length === 1 && !find && can('members.invite') && (
          <EmptyState
            action={
              <Button variant="default" onClick={onInvite}>
                {t('people.invite')}
              </Button>
            }
          >
            {t('people.alone')}
          </EmptyState>
        )}
      </div>
      {act && <MemberActSheet act={act} onClose={() => setAct(undefined)} />}
    </section>
  );
}

function matching(members: readonly Member[], find: string): readonly Member[] {
  if (find.trim() === '') return members;
  return members.filter(
    ({ name, email }) => likeness(find, name) >= 2 || likeness(find, email) >= 2,
  );
}
