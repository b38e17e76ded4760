import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FormError } from '../../forms/FormError';
import { useSentence } from '../../forms/useSentence';
import { useUnsafeReason } from '../../realtime/useUnsafeReason';
import { useAct } from '../../ui/useAct';
import page from '../page.module.css';
import classes from './twilio.module.css';
import { useTwilioActs } from './useTwilio';

/** An account of the simulator, made and connected by one button. */
export function PracticeOffer() {
  const { t } = useTranslation();
  const { configure } = useTwilioActs();
  const sentence = useSentence();
  const unsafe = useUnsafeReason();
  const begin = useAct(() => configure({ environment: 'simulator' }));
  return (
    <>
      <p className={classes.lead}>{t('twilio.none.willPractice')}</p>
      <FormError>{begin.error ? sentence(begin.error) : undefined}</FormError>
      <div className={page.actions}>
        <Button
          loading={begin.isPending}
          disabled={unsafe !== undefined}
          title={unsafe}
          onClick={() => begin.mutate()}
        >
          {t('twilio.none.usePractice')}
        </Button>
      </div>
    </>
  );
}
