import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { callSettingsQuery } from '../../api/callQueries';
import type { CallDetail } from '../../api/types';
import { dayOf } from '../../i18n/format';
import { useSession } from '../../session/SessionContext';
import { CopyButton } from '../../ui/CopyButton';
import { lengthOf } from '../../ui/lengthOf';
import { PhoneLink } from '../../ui/PhoneLink';
import { Ticking } from '../../ui/Ticking';
import classes from './detail.module.css';
import { priceOf } from './price';
import { customerOf, outcomeOf } from './words';

/** What is known of a call, in figures. */
export function Facts({ detail }: { detail: CallDetail }) {
  const { t } = useTranslation();
  const { workspace } = useSession();
  const { call, legs, recordings } = detail;
  const { data: settings } = useQuery(callSettingsQuery(workspace.id));
  const sid = legs.find(({ kind }) => kind === 'customer')?.sid;
  const price = priceOf(call);
  const keptFor = settings?.keepRecordingsDays;
  const recording = recordings.find(({ status }) => status === 'completed');
  const until =
    recording && keptFor ? Date.parse(recording.createdAt) + keptFor * 86_400_000 : undefined;
  return (
    <section>
      <h2>{t('call.facts')}</h2>
      <dl className={classes.facts}>
        <dt>{t('call.fact.outcome')}</dt>
        <dd>{outcomeOf(call, t).word}</dd>
        <dt>{t('call.fact.number')}</dt>
        <dd>
          <PhoneLink number={customerOf(call)} contactId={call.contactId} />
        </dd>
        {call.memberName && (
          <>
            <dt>{t('call.fact.agent')}</dt>
            <dd>{call.memberName}</dd>
          </>
        )}
        {call.waitSeconds !== null && (
          <>
            <dt>{t('call.fact.waited')}</dt>
            <dd>{lengthOf(call.waitSeconds)}</dd>
          </>
        )}
        {call.answeredAt && (
          <>
            <dt>{t('call.fact.talked')}</dt>
            <dd>
              {call.endedAt === null ? (
                <Ticking since={call.answeredAt} />
              ) : (
                lengthOf(call.durationSeconds ?? 0)
              )}
            </dd>
          </>
        )}
        {price && (
          <>
            <dt>{t('call.fact.cost')}</dt>
            <dd>{price}</dd>
          </>
        )}
        {until && (
          <>
            <dt>{t('call.fact.keptUntil')}</dt>
            <dd>{dayOf(new Date(until).toISOString())}</dd>
          </>
        )}
        {sid && (
          <>
            <dt>{t('call.fact.sid')}</dt>
            <dd className={classes.sid}>
              <code title={sid}>
                {sid.slice(0, 4)}…{sid.slice(-4)}
              </code>
              <CopyButton text={sid} label={t('call.fact.copySid')} />
            </dd>
          </>
        )}
      </dl>
    </section>
  );
}
