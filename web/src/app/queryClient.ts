import { notifyManager, QueryClient } from '@tanstack/react-query';
import { ProblemError, UnreachableError } from '../api/problem';

const ATTEMPTS = 2;

/**
 * Reads are tried again when no answer came or the server failed; a refusal is an answer. Whoever has waited for long
 * is told, and asks again by themselves, or when the line is back.
 */
export function worthRetrying(failures: number, error: unknown): boolean {
  if (failures >= ATTEMPTS) return false;
  if (error instanceof UnreachableError && error.tookTooLong) return false;
  return !(error instanceof ProblemError) || error.status >= 502;
}

export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        retry: worthRetrying,
        retryDelay: (attempt) => 300 * 2 ** attempt,
        staleTime: 10_000,
        // The desk may run on this very machine: "offline" in the browser's sense proves nothing.
        networkMode: 'always',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });

/**
 * Answers that came together are drawn together: told one by one, each of them draws the window anew, and after a page
 * was opened a dozen comes.
 */
export function tellTogether(): void {
  let waiting: (() => void)[] = [];
  notifyManager.setScheduler((tell) => {
    waiting.push(tell);
    if (waiting.length > 1) return;
    setTimeout(() => {
      const all = waiting;
      waiting = [];
      for (const each of all) {
        try {
          each();
        } catch (error) {
          reportError(error); // the others are to hear it all the same
        }
      }
    }, 0);
  });
}
