import { Select } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client';
import { keys } from '../../api/queries';
import { allNumbersQuery, callerIdQuery } from '../../api/twilioQueries';
import type { WorkspaceNumber } from '../../api/types';
import { useUnsafeReason } from '../../realtime/useUnsafeReason';
import { useSession } from '../../session/SessionContext';
import { ErrorPanel } from '../../ui/ErrorPanel';
import { phoneNumber } from '../../ui/phoneNumber';
import { SkeletonRows } from '../../ui/Skeleton';
import { toasts } from '../../ui/toasts';
import { useAct } from '../../ui/useAct';
import page from '../page.module.css';

const FIRST = 'first';

/** Which of the numbers that one may use others see when one calls. */
export function CallerIdCard() {
  const { t } = useTranslation();
  const { can } = useSession();
  if (!can('numbers.read') || !can('calls.make')) return null;
  return (
    <section className={page.section} aria-labelledby="caller-id">
      <div className={page.sectionHead}>
        <h2 id="caller-id">{t('callerId.title')}</h2>
      </div>
      <div className={`${page.card} ${page.padded}`}>
        <Choice />
      </div>
    </section>
  );
}

function Choice() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const unsafe = useUnsafeReason();
  const { workspace, membership } = useSession();
  const { memberId } = membership;
  const callerId = useQuery(callerIdQuery(workspace.id, memberId));
  const numbers = useQuery(allNumbersQuery(workspace.id));
  const choose = useAct(async (numberId: string | null) => {
    const chosen = await answer(
      api.PUT('/api/members/{memberId}/caller-id', {
        params: { path: { memberId } },
        body: { numberId },
      }),
    );
    queries.setQueryData(keys.callerId(workspace.id, memberId), chosen);
    toasts.show(t('action.saved'));
  });
  const failed = [callerId, numbers].find(({ error, data }) => error && !data);
  if (failed) return <ErrorPanel error={failed.error} onRetry={() => void failed.refetch()} />;
  if (!callerId.data || !numbers.data) return <SkeletonRows rows={1} height={52} />;
  const mine = numbers.data.filter((number) => mayCallFrom(number, memberId));
  if (mine.length === 0) return <p className={page.hint}>{t('callerId.none')}</p>;
  const { chosen, numberId, phoneNumber: current } = callerId.data;
  const first =
    current && !chosen
      ? t('callerId.firstIs', { number: phoneNumber(current) })
      : t('callerId.first');
  return (
    <Select
      label={t('callerId.label')}
      data={[{ value: FIRST, label: first }, ...mine.map(optionOf)]}
      value={chosen && numberId ? numberId : FIRST}
      onChange={(value) => choose.mutate(value === FIRST ? null : value)}
      disabled={unsafe !== undefined || choose.isPending}
      searchable={mine.length > 8}
    />
  );
}

/** A number of nobody's is everybody's. */
export const mayCallFrom = (
  { status, voice, memberIds }: WorkspaceNumber,
  memberId: string,
): boolean =>
  status === 'active' && voice && (memberIds.length === 0 || memberIds.includes(memberId));

function optionOf({ id, phoneNumber: number, friendlyName }: WorkspaceNumber) {
  const written = phoneNumber(number);
  return { value: id, label: friendlyName === number ? written : `${written} · ${friendlyName}` };
}
