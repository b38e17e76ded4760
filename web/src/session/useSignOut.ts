import { useCallback } from 'react';
import { answer, api } from '../api/client';
import { useSentence } from '../forms/useSentence';
import { toasts } from '../ui/toasts';
import { useEndSession } from './endSession';

/** Signs out here; says so when the server could not be told. */
export function useSignOut(): () => void {
  const endSession = useEndSession();
  const sentence = useSentence();
  return useCallback(() => {
    answer(api.DELETE('/api/session')).then(
      () => endSession(),
      (error: unknown) => toasts.show(sentence(error)),
    );
  }, [endSession, sentence]);
}
