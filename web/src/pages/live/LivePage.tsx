import { useTranslation } from 'react-i18next';
import { Toolbar } from '../../shell/Toolbar';

export default function LivePage() {
  const { t } = useTranslation();
  return <Toolbar title={t('nav.live')} />;
}
