import { useTranslation } from 'react-i18next';
import { useNow } from './useNow';

/** How long something has lasted, in minutes or hours; nothing during the first minute. */
export function Since({ at }: { at: string }) {
  const { t } = useTranslation();
  const minutes = Math.floor((useNow(30_000) - new Date(at).getTime()) / 60_000);
  if (minutes < 1) return null;
  if (minutes < 60) return t('time.minutes', { count: minutes });
  if (minutes < 24 * 60) return t('time.hours', { count: Math.floor(minutes / 60) });
  return t('time.days', { count: Math.floor(minutes / 1440) });
}
