import { useTranslation } from 'react-i18next';
import { agoOf } from '../../i18n/format';
import { Icon } from '../../ui/Icon';
import page from '../page.module.css';
import { type Rejected, reasonOf } from './rejected';
import classes from './twilio.module.css';

export function RejectedLine({ rejected }: { rejected: Rejected }) {
  const { t } = useTranslation();
  const { reason, path, count, lastAt } = rejected;
  return (
    <li className={`${page.line} ${classes.rejected}`} data-reason={reason}>
      <span className={classes.warn}>
        <Icon name="warn" />
      </span>
      <div className={classes.reason}>
        <p>
          <b>{reasonOf(rejected, t)}</b> {t(`twilio.remedy.${reason}`)}
        </p>
        <details className={classes.details}>
          <summary>{t('state.details')}</summary>
          <code>{path}</code>
        </details>
      </div>
      <span className={page.aside}>
        {t('twilio.rejected.count', { count })}
        <br />
        {t('twilio.rejected.last', { ago: agoOf(lastAt) })}
      </span>
    </li>
  );
}
