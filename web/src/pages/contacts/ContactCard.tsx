import { useTranslation } from 'react-i18next';
import type { Contact } from '../../api/types';
import { useSession } from '../../session/SessionContext';
import { Avatar } from '../../ui/Avatar';
import { PhoneLink } from '../../ui/PhoneLink';
import { ContactNotes } from './ContactNotes';
import { ContactTags } from './ContactTags';
import { called } from './called';
import classes from './contact.module.css';
import { labelOf } from './labels';

/** Who it is, how they are reached, and what is good to know of them. */
export function ContactCard({ contact }: { contact: Contact }) {
  const { t } = useTranslation();
  const { can } = useSession();
  const { id, company, email, phones } = contact;
  const name = called(contact);
  return (
    <section className={classes.card} aria-label={name}>
      <div className={classes.face}>
        <Avatar id={id} name={name} size={72} />
        <h2>{name}</h2>
        {company && company !== name && <p className={classes.company}>{company}</p>}
      </div>
      <dl className={classes.facts}>
        {phones.map(({ phoneNumber, label }) => (
          <div key={phoneNumber}>
            <dt>{labelOf(label, t) || t('contacts.field.phone')}</dt>
            <dd>
              <PhoneLink number={phoneNumber} contactId={id} name={name} standsOut />
            </dd>
          </div>
        ))}
        {email && (
          <div>
            <dt>{t('field.email')}</dt>
            <dd>
              <a href={`mailto:${email}`}>{email}</a>
            </dd>
          </div>
        )}
      </dl>
      <ContactNotes contact={contact} readOnly={!can('contacts.edit')} />
      <ContactTags contact={contact} readOnly={!can('contacts.edit')} />
    </section>
  );
}
