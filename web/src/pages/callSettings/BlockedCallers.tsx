import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { blockedCallersQuery } from '../../api/callQueries';
import { dayOf } from '../../i18n/format';
import { useSession } from '../../session/SessionContext';
import { ErrorPanel } from '../../ui/ErrorPanel';
import { PhoneLink } from '../../ui/PhoneLink';
import { phoneNumber } from '../../ui/phoneNumber';
import { useBlocking } from '../calls/useBlocking';
import page from '../page.module.css';
import { BlockSheet } from './BlockSheet';

/** Whose calls are not taken. */
export function BlockedCallers() {
  const { t } = useTranslation();
  const { workspace, can } = useSession();
  const { unblock } = useBlocking();
  const [adding, setAdding] = useState(false);
  const { data, error, refetch } = useQuery(blockedCallersQuery(workspace.id));
  const manages = can('calls.manage');
  return (
    <section className={page.section}>
      <header className={page.sectionHead}>
        <h2>{t('blocked.title')}</h2>
        {manages && (
          <Button variant="default" onClick={() => setAdding(true)}>
            {t('blocked.add')}
          </Button>
        )}
      </header>
      {error && !data && <ErrorPanel error={error} onRetry={() => void refetch()} />}
      {data?.length === 0 && <p className={page.hint}>{t('blocked.none')}</p>}
      {data && data.length > 0 && (
        <ul className={page.card}>
          {data.map(({ phoneNumber: number, reason, createdAt }) => (
            <li key={number} className={page.line}>
              <span className={page.what}>
                <b>
                  <PhoneLink number={number} />
                </b>
                <span>{reason || t('blocked.noReason')}</span>
              </span>
              <span className={page.aside}>{t('blocked.since', { day: dayOf(createdAt) })}</span>
              {manages && (
                <Button
                  variant="subtle"
                  aria-label={t('blocked.removeThis', { number: phoneNumber(number) })}
                  onClick={() => void unblock(number, reason)}
                >
                  {t('blocked.remove')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {adding && <BlockSheet onClose={() => setAdding(false)} />}
    </section>
  );
}
