import { useTranslation } from 'react-i18next';
import type { Message } from '../../api/types';
import { timeOf } from '../../i18n/format';
import { Icon } from '../../ui/Icon';
import { useNumberNames } from '../calls/useNumberNames';
import { faultOf, isLost, statusOf } from '../messages/status';
import classes from './contact.module.css';
import { Facts } from './Facts';

/** One text of a timeline: which way it went, what it says, and whether it arrived. */
export function TimelineText({ message }: { message: Message }) {
  const { t } = useTranslation();
  const { direction, body, media, at } = message;
  const inbound = direction === 'inbound';
  const nameOfOurs = useNumberNames();
  const facts = [nameOfOurs(message), statusOf(message, t)].filter((fact) => fact !== undefined);
  const fault = faultOf(message, t);
  return (
    <li className={classes.call} data-tone={isLost(message) ? 'missed' : undefined}>
      <span className={classes.mark}>
        <Icon name={inbound ? 'message' : 'send'} />
      </span>
      <div className={classes.told}>
        <p>
          <span className={classes.what}>
            {inbound ? t('contacts.text.received') : t('contacts.text.sent')}
          </span>
          <Facts of={facts} />
        </p>
        <p className={classes.said}>{body || t('message.noText')}</p>
        {media.length > 0 && (
          <p className={classes.said}>{t('message.media', { count: media.length })}</p>
        )}
        {fault && <p className={classes.said}>{fault}</p>}
      </div>
      <time dateTime={at}>{timeOf(at)}</time>
    </li>
  );
}
