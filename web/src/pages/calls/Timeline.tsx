import { useTranslation } from 'react-i18next';
import type { CallDetail } from '../../api/types';
import { timeOf } from '../../i18n/format';
import { Jack } from '../../ui/Jack';
import classes from './detail.module.css';
import { type Cast, endOf, followedOf, jackOf, sentenceOf, storyOf } from './moments';

/** What happened in a call, in order: the story of it, or every event with what followed. */
export function Timeline({
  detail,
  cast,
  all = false,
}: {
  detail: CallDetail;
  cast: Cast;
  all?: boolean;
}) {
  const { t } = useTranslation();
  const moments = all ? detail.events : storyOf(detail.events);
  const end = all ? undefined : endOf(detail, cast, t);
  return (
    <ol className={classes.story}>
      {moments.map((moment) => (
        <li key={moment.id}>
          <time dateTime={moment.at}>{timeOf(moment.at, true)}</time>
          <span className={classes.jack}>
            <Jack state={jackOf(moment)} />
          </span>
          <div>
            {sentenceOf(moment, cast, t)}
            {all && <small>{followedOf(moment, cast, t).join(' · ')}</small>}
          </div>
        </li>
      ))}
      {end && detail.call.endedAt && (
        <li>
          <time dateTime={detail.call.endedAt}>{timeOf(detail.call.endedAt, true)}</time>
          <span className={classes.jack}>
            <Jack state="away" />
          </span>
          <div>{end}</div>
        </li>
      )}
    </ol>
  );
}
