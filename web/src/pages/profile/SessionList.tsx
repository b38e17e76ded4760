import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client';
import { keys, openSessionsQuery } from '../../api/queries';
import type { OpenSession } from '../../api/types';
import { useSentence } from '../../forms/useSentence';
import { agoOf } from '../../i18n/format';
import { useUnsafeReason } from '../../realtime/useUnsafeReason';
import { useEndSession } from '../../session/endSession';
import { Confirm } from '../../ui/Confirm';
import { ErrorPanel } from '../../ui/ErrorPanel';
import { SkeletonRows } from '../../ui/Skeleton';
import { toasts } from '../../ui/toasts';
import page from '../page.module.css';
import { browserOf } from './browserOf';

/** Where I am signed in, and the way out of each or of all. */
export function SessionList() {
  const { t } = useTranslation();
  const endSession = useEndSession();
  const unsafe = useUnsafeReason();
  const sessions = useQuery(openSessionsQuery);
  const [asking, setAsking] = useState(false);

  async function everywhere(): Promise<void> {
    await answer(api.DELETE('/api/sessions'));
    await endSession();
  }

  return (
    <section className={page.section} aria-labelledby="sessions">
      <div className={page.sectionHead}>
        <h2 id="sessions">{t('profile.sessions')}</h2>
        <Button
          variant="default"
          disabled={unsafe !== undefined}
          title={unsafe}
          onClick={() => setAsking(true)}
        >
          {t('profile.everywhere')}
        </Button>
      </div>
      <div className={page.card}>
        {sessions.isPending && <SkeletonRows rows={2} height={52} />}
        {sessions.error && !sessions.data && (
          <ErrorPanel error={sessions.error} onRetry={() => void sessions.refetch()} />
        )}
        <ul>
          {sessions.data?.map((session) => (
            <SessionLine key={session.id} session={session} />
          ))}
        </ul>
      </div>
      {asking && (
        <Confirm
          title={t('profile.everywhereTitle')}
          verb={t('profile.everywhere')}
          run={everywhere}
          onClose={() => setAsking(false)}
        >
          {t('profile.everywhereText')}
        </Confirm>
      )}
    </section>
  );
}

function SessionLine({ session }: { session: OpenSession }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const sentence = useSentence();
  const unsafe = useUnsafeReason();
  const { id, current, address, userAgent, lastSeenAt } = session;
  const end = useMutation({
    mutationFn: () =>
      answer(api.DELETE('/api/sessions/{sessionId}', { params: { path: { sessionId: id } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: keys.openSessions }),
    onError: (error) => toasts.show(sentence(error)),
  });
  return (
    <li className={page.line}>
      <div className={page.what}>
        <b title={userAgent}>{browserOf(userAgent) ?? t('profile.program')}</b>
        <span>
          {address} · {current ? t('profile.here') : t('profile.seen', { ago: agoOf(lastSeenAt) })}
        </span>
      </div>
      {!current && (
        <Button
          variant="default"
          loading={end.isPending}
          disabled={unsafe !== undefined}
          title={unsafe}
          onClick={() => end.mutate()}
        >
          {t('session.signOut')}
        </Button>
      )}
    </li>
  );
}
