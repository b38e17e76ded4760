import { useTranslation } from 'react-i18next';
import { Toolbar } from '../../shell/Toolbar';
import page from '../page.module.css';
import { AppearanceCard } from './AppearanceCard';
import { CallerIdCard } from './CallerIdCard';
import { PasswordForm } from './PasswordForm';
import { PersonForm } from './PersonForm';
import { PhoneCards } from './PhoneCards';
import { SessionList } from './SessionList';

export default function ProfilePage() {
  const { t } = useTranslation();
  return (
    <>
      <Toolbar title={t('nav.profile')} />
      <div className={page.page}>
        <div className={page.column}>
          <PersonForm />
          <CallerIdCard />
          <PhoneCards />
          <AppearanceCard />
          <PasswordForm />
          <SessionList />
        </div>
      </div>
    </>
  );
}
