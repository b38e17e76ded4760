const FIRST_MS = 500;
const LONGEST_MS = 20_000;

/**
 * How long to wait before attempt `attempt` (from 1): doubling up to 20 s, with "equal jitter":
 * half of it fixed, half by chance, so that a thousand desks do not come back in the same instant
 * (https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/).
 *
 * @param random a number in [0, 1)
 * @returns milliseconds
 */
export function backoff(attempt: number, random: number): number {
  const ceiling = Math.min(LONGEST_MS, FIRST_MS * 2 ** (attempt - 1));
  return ceiling / 2 + (ceiling / 2) * random;
}
