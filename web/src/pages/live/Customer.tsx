import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Call } from '../../api/types';
import { Avatar } from '../../ui/Avatar';
import { Icon } from '../../ui/Icon';
import { useNumberNames } from '../calls/useNumberNames';
import { customerOf, nameOf, whoOf } from '../calls/words';
import classes from './live.module.css';

/** Whom a call is with, and by which of our numbers. */
export function Customer({ call }: { call: Call }) {
  const { t } = useTranslation();
  const nameOfOurs = useNumberNames();
  const name = nameOf(call);
  return (
    <span className={classes.person}>
      {name ? (
        <Avatar id={call.contactId ?? customerOf(call)} name={name} size={28} />
      ) : (
        <span className={classes.nobody}>
          <Icon name="person" />
        </span>
      )}
      <span className={classes.two}>
        <Link to="/calls/$callId" params={{ callId: call.id }}>
          {whoOf(call, t)}
        </Link>
        <small>{nameOfOurs(call)}</small>
      </span>
    </span>
  );
}
