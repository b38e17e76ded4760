import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Call } from '../../api/types';
import { dayAndTimeOf } from '../../i18n/format';
import { useSession } from '../../session/SessionContext';
import { Avatar } from '../../ui/Avatar';
import { Icon } from '../../ui/Icon';
import { PhoneLink } from '../../ui/PhoneLink';
import classes from './detail.module.css';
import { Tags } from './Tags';
import { customerOf, isMissed, nameOf, outcomeOf, whoOf } from './words';

/** Who it was with, which way it went, and what it is filed under. */
export function CallHead({ call, ours }: { call: Call; ours: string }) {
  const { t } = useTranslation();
  const { can } = useSession();
  const name = nameOf(call);
  const who = whoOf(call, t);
  const { word, tone } = outcomeOf(call, t);
  return (
    <div className={classes.head}>
      {name ? (
        <Avatar id={call.contactId ?? customerOf(call)} name={name} size={48} />
      ) : (
        <span className={classes.nobody}>
          <Icon name="person" size={22} />
        </span>
      )}
      <div className={classes.who}>
        <h1 data-missed={isMissed(call) || undefined}>
          {call.contactId && can('contacts.read') ? (
            <Link to="/contacts/$contactId" params={{ contactId: call.contactId }}>
              {who}
            </Link>
          ) : (
            who
          )}
        </h1>
        <p>
          {name && <PhoneLink number={customerOf(call)} contactId={call.contactId} />}{' '}
          {t(`call.went.${call.direction}`, { ours, when: dayAndTimeOf(call.createdAt) })}
        </p>
      </div>
      <div className={classes.filed}>
        <span className={classes.outcome} data-tone={tone}>
          {word}
        </span>
        <Tags call={call} />
      </div>
    </div>
  );
}
