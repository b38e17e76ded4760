import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contact } from '../../api/types';
import { agoOf } from '../../i18n/format';
import { Avatar } from '../../ui/Avatar';
import { PhoneLink } from '../../ui/PhoneLink';

import table from '../../ui/table.module.css';
import page from '../page.module.css';
import { called } from './called';
import classes from './contacts.module.css';

const SHOWN_TAGS = 2;

export const ContactRow = memo(function ContactRow({ contact }: { contact: Contact }) {
  const { t } = useTranslation();
  const { id, company, email, phones, tags, lastCallAt } = contact;
  const name = called(contact);
  const [phone] = phones;
  const beside = [company !== name && company, !phone && email].filter(Boolean).join(' · ');
  return (
    <div className={classes.row}>
      <span role="cell" className={table.person}>
        <Avatar id={id} name={name} size={32} />
        <span className={table.two}>
          <b>
            <Link
              to="/contacts/$contactId"
              params={{ contactId: id }}
              className={classes.name}
              data-row-focus
            >
              {name}
            </Link>
          </b>
          {beside && <span>{beside}</span>}
        </span>
      </span>
      <span role="cell" className={classes.phone}>
        {phone && <PhoneLink number={phone.phoneNumber} contactId={id} name={name} standsOut />}
        {phones.length > 1 && (
          <span className={classes.quiet}>
            {t('contacts.morePhones', { count: phones.length - 1 })}
          </span>
        )}
      </span>
      <span role="cell" className={classes.tags}>
        {tags.slice(0, SHOWN_TAGS).map((tag) => (
          <span key={tag} className={page.chip}>
            {tag}
          </span>
        ))}
        {tags.length > SHOWN_TAGS && (
          <span className={classes.quiet}>+{tags.length - SHOWN_TAGS}</span>
        )}
      </span>
      <span role="cell" className={classes.last}>
        {lastCallAt ? agoOf(lastCallAt) : ''}
      </span>
    </div>
  );
});
