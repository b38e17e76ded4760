import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { inspectionQuery } from '../../api/callQueries';
import { timeOf } from '../../i18n/format';
import { useSession } from '../../session/SessionContext';
import { CopyButton } from '../../ui/CopyButton';
import { ErrorPanel } from '../../ui/ErrorPanel';
import { SkeletonRows } from '../../ui/Skeleton';
import classes from './detail.module.css';
import { dataLines, inspectedText } from './inspected';
import { type Cast, sentenceOf } from './moments';
import { prettyTwiml } from './twiml';

/** Everything that is known of a call, in order: for whoever has to find out what happened. */
export function Inspector({ callId, cast }: { callId: string; cast: Cast }) {
  const { t } = useTranslation();
  const { workspace } = useSession();
  const { data, error, refetch } = useQuery(inspectionQuery(workspace.id, callId));
  if (error && !data) return <ErrorPanel error={error} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonRows rows={6} height={44} />;
  return (
    <section className={classes.inspector} aria-label={t('call.tab.inspector')}>
      <div className={classes.inspectorHead}>
        <p>{t('call.inspector.lead')}</p>
        <CopyButton text={() => inspectedText(data)} label={t('call.inspector.copy')} />
      </div>
      <ol>
        {data.entries.map((entry) => (
          <li key={entry.id}>
            <details>
              <summary>
                <time dateTime={entry.occurredAt}>{timeOf(entry.occurredAt, true)}</time>
                <span>{sentenceOf({ ...entry, at: entry.occurredAt }, cast, t)}</span>
                <code>{entry.type}</code>
                <small>{t(`call.source.${entry.source}`)}</small>
              </summary>
              <dl>
                {dataLines(entry).map(([name, value]) => (
                  <div key={name}>
                    <dt>{name}</dt>
                    <dd>{value}</dd>
                  </div>
                ))}
              </dl>
              {entry.decided.length > 0 && (
                <ul aria-label={t('call.inspector.decided')}>
                  {entry.decided.map((word) => (
                    <li key={word}>→ {word}</li>
                  ))}
                </ul>
              )}
              {entry.reply && (
                <pre>
                  <code>{prettyTwiml(entry.reply)}</code>
                </pre>
              )}
            </details>
          </li>
        ))}
      </ol>
    </section>
  );
}
