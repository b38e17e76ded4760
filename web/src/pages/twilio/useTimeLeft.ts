import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TwilioStep } from '../../api/types';
import { dealtWith, type Mark, secondsLeft } from './run';

/**
 * About how long a step will still take, in words. By this computer's clock, from where it was when
 * this page saw it first: the server's clock may be another.
 */
export function useTimeLeft(step: TwilioStep, total: number): string | undefined {
  const { t } = useTranslation();
  const count = dealtWith(step);
  const [{ first, latest }, setMarks] = useState(() => {
    const mark: Mark = { at: Date.now(), count };
    return { first: mark, latest: mark };
  });
  useEffect(() => {
    setMarks((marks) =>
      marks.latest.count === count ? marks : { ...marks, latest: { at: Date.now(), count } },
    );
  }, [count]);
  const left = secondsLeft(first, latest, total);
  if (left === undefined) return undefined;
  return left < 90
    ? t('twilio.step.left', { count: left })
    : t('twilio.step.leftMinutes', { count: Math.round(left / 60) });
}
