import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Message } from '../../api/types';
import { dayAndTimeOf } from '../../i18n/format';
import { Icon } from '../../ui/Icon';
import { PhoneLink } from '../../ui/PhoneLink';
import { phoneNumber } from '../../ui/phoneNumber';
import classes from './messages.module.css';
import { faultOf, isLost, statusOf } from './status';

/** One text: whose, what it says, and when; of a sent one also whether it arrived. */
export const MessageRow = memo(function MessageRow({ message }: { message: Message }) {
  const { t } = useTranslation();
  const { direction, from, to, body, media, at } = message;
  const inbound = direction === 'inbound';
  const status = statusOf(message, t);
  const fault = faultOf(message, t);
  return (
    <div className={classes.row} data-direction={direction}>
      <span role="cell" className={classes.mark}>
        <Icon name={inbound ? 'message' : 'send'} />
        <span className={classes.hidden}>{inbound ? t('message.in') : t('message.out')}</span>
      </span>
      <span role="cell" className={classes.who}>
        <b>
          <PhoneLink number={inbound ? from : to} />
        </b>
        <small>
          {inbound
            ? t('message.to', { number: phoneNumber(to) })
            : t('message.from', { number: phoneNumber(from) })}
        </small>
      </span>
      <span role="cell" className={classes.body}>
        <span className={body ? undefined : classes.quiet}>{body || t('message.noText')}</span>
        {media.length > 0 && <small>{t('message.media', { count: media.length })}</small>}
        {fault && <small className={classes.fault}>{fault}</small>}
      </span>
      <span role="cell" className={classes.when}>
        <time dateTime={at}>{dayAndTimeOf(at)}</time>
        {status && <small className={isLost(message) ? classes.fault : undefined}>{status}</small>}
      </span>
    </div>
  );
});
