import { answer, api } from './client';

const PATIENCE_MS = 4_000;

/** Asks the server for something small. False also where something before it answers, and it does not. */
export const serverAnswers = (): Promise<boolean> =>
  answer(api.GET('/api/instance', { signal: AbortSignal.timeout(PATIENCE_MS) })).then(
    () => true,
    () => false,
  );
