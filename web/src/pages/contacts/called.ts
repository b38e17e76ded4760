import type { Contact } from '../../api/types';
import { phoneNumber } from '../../ui/phoneNumber';

/** What somebody is called where only one thing can be said of them. */
export function called({ name, company, phones }: Pick<Contact, 'name' | 'company' | 'phones'>) {
  const [phone] = phones;
  return name || company || (phone ? phoneNumber(phone.phoneNumber) : '');
}
