import { useTranslation } from 'react-i18next';
import type { TwilioRun } from '../../api/types';
import { phoneNumber } from '../../ui/phoneNumber';
import page from '../page.module.css';
import classes from './twilio.module.css';

/** After clearing: that it is done, and what could not be undone at Twilio. */
export function Cleared({ run }: { run: TwilioRun }) {
  const { t } = useTranslation();
  const { leftovers } = run;
  return (
    <section className={`${page.card} ${classes.cleared}`} aria-labelledby="cleared">
      <h2 id="cleared">{t('twilio.cleared.title')}</h2>
      {leftovers.length === 0 ? (
        <p>{t('twilio.cleared.text')}</p>
      ) : (
        <>
          <p>{t('twilio.cleared.leftovers')}</p>
          <ul>
            {leftovers.map(({ kind, name }) => (
              <li key={`${kind} ${name}`}>
                {t(`twilio.leftover.${kind}`, {
                  name: kind === 'number' ? phoneNumber(name) : name,
                })}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
