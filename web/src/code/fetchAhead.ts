import type { Code } from './Code';

/** Safari has no idle callbacks. */
const WITHOUT_MS = 200;
/** A page that is never idle gets its code all the same. */
const AT_LAST_MS = 5_000;

/**
 * Fetches what may be needed later, quietly: one after the other, each when nothing else is to be done.
 *
 * @param signal ends it; what was begun is fetched to its end
 */
export async function fetchAhead(
  codes: Iterable<Pick<Code<never>, 'fetch' | 'isHere'>>,
  signal: AbortSignal,
): Promise<void> {
  for (const code of codes) {
    if (code.isHere()) continue;
    await idle();
    if (signal.aborted) return;
    await code.fetch();
  }
}

const idle = (): Promise<void> =>
  new Promise((resolve) => {
    if (typeof requestIdleCallback === 'undefined') setTimeout(resolve, WITHOUT_MS);
    else requestIdleCallback(() => resolve(), { timeout: AT_LAST_MS });
  });
