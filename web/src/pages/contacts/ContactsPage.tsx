import { useTranslation } from 'react-i18next';
import { Toolbar } from '../../shell/Toolbar';

export default function ContactsPage() {
  const { t } = useTranslation();
  return <Toolbar title={t('nav.contacts')} />;
}
