import { useTranslation } from 'react-i18next';
import type { TwilioCheck } from '../../api/types';
import { dayAndTimeOf } from '../../i18n/format';

/** "Today, 10:41 · all as it should be · by itself" */
export function LastCheck({ check }: { check: TwilioCheck | null }): string {
  const { t } = useTranslation();
  if (!check) return t('twilio.fact.never');
  const outcome =
    check.state === 'drift'
      ? t('twilio.check.drift', { count: check.differences.length })
      : t(`twilio.check.${check.state}`);
  const who = check.by ? t('twilio.check.by', { name: check.by }) : t('twilio.check.byTime');
  return [dayAndTimeOf(check.at), outcome, who].join(' · ');
}
