import type { TFunction } from 'i18next';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemError, UnreachableError } from '../api/problem';
import type en from '../i18n/en.json';
import { SpokenError } from './SpokenError';

type KnownProblem = keyof typeof en.problem;

/** Problems that the desk says in its own words, in the reader's language. */
function known(slug: string, t: TFunction): slug is KnownProblem {
  return t(`problem.${slug}` as 'problem.forbidden', { defaultValue: '' }) !== '';
}

/** What went wrong, as a sentence; the server's own where the desk knows no better one. */
export function sentenceOf(error: unknown, t: TFunction): string {
  if (error instanceof UnreachableError) return t('state.unreachable');
  if (error instanceof SpokenError) return error.sentence(t);
  if (!(error instanceof ProblemError)) return t('state.broken');
  if (error.slug === 'too-many-attempts' && error.retryAfter) {
    return t('state.tooManyAttempts', { count: Math.ceil(error.retryAfter / 60) });
  }
  return known(error.slug, t) ? t(`problem.${error.slug}`) : error.message;
}

export function useSentence(): (error: unknown) => string {
  const { t } = useTranslation();
  return useCallback((error) => sentenceOf(error, t), [t]);
}
