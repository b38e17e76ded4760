import { useMutation } from '@tanstack/react-query';
import { useSentence } from '../forms/useSentence';
import { toasts } from './toasts';

/** What a button does by asking the server; refused, it says so in a toast. */
export function useAct<Input = void>(act: (input: Input) => Promise<unknown>) {
  const sentence = useSentence();
  return useMutation({ mutationFn: act, onError: (error) => toasts.show(sentence(error)) });
}
