import { useTranslation } from 'react-i18next';
import page from '../page.module.css';
import classes from './HomePage.module.css';

/** Where the phones of the simulator are. */
export function PracticePhones({ address }: { address: string }) {
  const { t } = useTranslation();
  return (
    <section className={`${page.card} ${page.padded}`}>
      <h3 className={classes.cardTitle}>{t('home.phones')}</h3>
      <p className={classes.cardText}>{t('home.phonesText')}</p>
      <a href={address} target="_blank" rel="noreferrer">
        {t('home.openPhones')}
      </a>
    </section>
  );
}
