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
  const end = all ? undefined : endOf(detail, cast, t);
  const moments = all ? detail.events : storyOf(detail.events, detail.call.endReason);
  const lines = moments.map((moment) => ({
    id: moment.id,
    at: moment.at,
    jack: jackOf(moment),
    text: sentenceOf(moment, cast, t),
    aside: all ? followedOf(moment, cast, t).join(' · ') : '',
  }));
  if (end) {
    const { at } = end;
    const after = lines.findIndex((line) => Date.parse(line.at) > Date.parse(at));
    const line = { id: 'end', at, jack: 'away' as const, text: end.text, aside: '' };
    lines.splice(after < 0 ? lines.length : after, 0, line);
  }
  return (
    <ol className={classes.story}>
      {lines.map(({ id, at, jack, text, aside }) => (
        <li key={id}>
          <time dateTime={at}>{timeOf(at, true)}</time>
          <span className={classes.jack}>
            <Jack state={jack} />
          </span>
          <div>
            {text}
            {aside && <small>{aside}</small>}
          </div>
        </li>
      ))}
    </ol>
  );
}
