import { useTranslation } from 'react-i18next';
import type { Call, Member } from '../../api/types';
import { Ticking } from '../../ui/Ticking';
import classes from './live.module.css';
import { doing } from './sorted';

/** How it stands, in three figures. */
export function Tiles({
  waiting,
  running,
  members,
}: {
  waiting: readonly Call[];
  running: readonly Call[];
  members: readonly Member[];
}) {
  const { t } = useTranslation();
  const calls = [...waiting, ...running];
  const present = members.filter(({ presence }) => presence.status !== 'offline');
  const free = present.filter((member) => doing(member, calls).word === 'available');
  const [longest] = waiting;
  return (
    <dl className={classes.tiles}>
      <div className={classes.tile} data-lit={waiting.length > 0 || undefined}>
        <dt>{t('live.waitingNow')}</dt>
        <dd>{waiting.length}</dd>
        <dd className={classes.small}>
          {longest ? (
            <>
              {t('live.longest')} <Ticking since={longest.createdAt} />
            </>
          ) : (
            t('live.nobodyWaits')
          )}
        </dd>
      </div>
      <div className={classes.tile}>
        <dt>{t('live.running')}</dt>
        <dd>{running.length}</dd>
        <dd className={classes.small}>{t('live.ofPresent', { count: present.length })}</dd>
      </div>
      <div className={classes.tile}>
        <dt>{t('live.free')}</dt>
        <dd>{free.length}</dd>
        <dd className={classes.small}>{t('live.ofPresent', { count: present.length })}</dd>
      </div>
    </dl>
  );
}
