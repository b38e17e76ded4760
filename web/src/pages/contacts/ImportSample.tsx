import { useTranslation } from 'react-i18next';
import type { ContactChange } from '../../api/types';
import { Avatar } from '../../ui/Avatar';
import { phoneNumber } from '../../ui/phoneNumber';
import table from '../../ui/table.module.css';
import { called } from './called';
import classes from './import.module.css';

/** The first few as they would stand in the list. */
export function ImportSample({ sample }: { sample: readonly ContactChange[] }) {
  const { t } = useTranslation();
  if (sample.length === 0) return null;
  return (
    <section className={classes.part} aria-label={t('contacts.import.sample')}>
      <h3>{t('contacts.import.sample')}</h3>
      <ul className={classes.sample}>
        {sample.map(({ name = '', company = '', phones = [], email = '', tags = [] }, index) => {
          const title = called({ name, company, phones });
          const facts = [
            company !== title && company,
            ...phones.map((phone) => phoneNumber(phone.phoneNumber)),
            email,
            ...tags,
          ];
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a sample has no ids, and does not move
            <li key={index}>
              <Avatar id={`${index}${title}`} name={title} />
              <span className={table.two}>
                <b>{title}</b>
                <span>{facts.filter(Boolean).join(' · ')}</span>
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
