import { useTranslation } from 'react-i18next';
import type { CallDetail } from '../../api/types';
import { lengthOf } from '../../ui/lengthOf';
import { useNow } from '../../ui/useNow';
import classes from './detail.module.css';
import { lanesOf } from './legs';
import type { Cast } from './moments';

const percent = (part: number): string => `${(part * 100).toFixed(2)}%`;

/** The cord of a call: each leg over time, dotted while it rings, lit while somebody is on it. */
export function LegLanes({ detail, cast }: { detail: CallDetail; cast: Cast }) {
  const { t } = useTranslation();
  const now = useNow(1_000, detail.call.endedAt === null);
  const { lanes, seconds } = lanesOf(detail, now);
  if (lanes.length === 0) return null;
  const ticks = [0, 0.25, 0.5, 0.75, 1];
  return (
    <div className={classes.lanes}>
      <ul aria-label={t('call.legs')}>
        {lanes.map(({ leg, begin, answered, end, open }) => {
          const who = cast.leg(leg.id) ?? t('call.somebody');
          const from = lengthOf(begin * seconds);
          const to = lengthOf(end * seconds);
          return (
            <li key={leg.id} className={classes.lane}>
              <span className={classes.laneName} aria-hidden="true">
                {who}
              </span>
              <span className={classes.hidden}>
                {answered === undefined
                  ? t('call.lane.rang', { who, from, to })
                  : open
                    ? t('call.lane.open', { who, from: lengthOf(answered * seconds) })
                    : t('call.lane.spoke', { who, from: lengthOf(answered * seconds), to })}
              </span>
              <span className={classes.track} aria-hidden="true">
                <i
                  className={classes.rang}
                  style={{ left: percent(begin), width: percent((answered ?? end) - begin) }}
                />
                {answered !== undefined && (
                  <i
                    className={classes.lit}
                    style={{ left: percent(answered), width: percent(end - answered) }}
                  />
                )}
                <i
                  className={classes.plug}
                  data-lit={answered === begin || undefined}
                  style={{ left: percent(begin) }}
                />
                {answered !== undefined && !open && (
                  <i className={classes.plug} data-lit style={{ left: percent(end) }} />
                )}
              </span>
            </li>
          );
        })}
      </ul>
      <div className={classes.scale} aria-hidden="true">
        {ticks.map((tick) => (
          <span key={tick}>{lengthOf(tick * seconds)}</span>
        ))}
      </div>
    </div>
  );
}
