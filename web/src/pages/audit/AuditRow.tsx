import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import type { AuditEntry } from '../../api/types';
import { timeOf } from '../../i18n/format';
import { Avatar } from '../../ui/Avatar';
import { Icon } from '../../ui/Icon';
import classes from './audit.module.css';
import { actorOf, deedOf, particularsOf } from './sentences';

export function AuditRow({
  entry,
  index,
  style,
}: {
  entry: AuditEntry;
  index: number;
  style: CSSProperties;
}) {
  const { t } = useTranslation();
  const { actor, at, action } = entry;
  const particulars = particularsOf(entry, t);
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the whole list is focusable, its rows are read
    <div
      className={classes.row}
      style={style}
      role="row"
      aria-rowindex={index}
      data-action={action}
    >
      <span role="cell">
        {actor.kind === 'member' ? (
          <Avatar id={actor.id ?? actor.name} name={actor.name} />
        ) : (
          <span className={classes.mark}>
            <Icon name={actor.kind === 'api-key' ? 'key' : 'gear'} />
          </span>
        )}
      </span>
      <span className={classes.what} role="cell">
        <span>
          <b>{actorOf(entry, t)}</b> {deedOf(entry, t)}
        </span>
        <small>{particulars.join(' · ')}</small>
      </span>
      <time className={classes.time} dateTime={at} role="cell" title={at}>
        {timeOf(at, true)}
      </time>
    </div>
  );
}
