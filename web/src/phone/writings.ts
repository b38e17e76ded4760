import { answer, api } from '../api/client';

/** What is written about a call. */
export interface Writing {
  notes: string;
  /** Empty where there is none. */
  disposition: string;
  tags: string[];
}

const PREFIX = 'patchbay.writing.';
/** What is typed and not sent yet, by call; also where storage is blocked. */
const unsent = new Map<string, Partial<Writing>>();

/** What was typed in this browser about a call and has not reached the server. */
export function keptOf(callId: string): Partial<Writing> {
  const here = unsent.get(callId);
  if (here) return here;
  try {
    return JSON.parse(localStorage.getItem(PREFIX + callId) ?? '{}') as Partial<Writing>;
  } catch {
    return {};
  }
}

export function keep(callId: string, writing: Partial<Writing>): void {
  unsent.set(callId, writing);
  try {
    localStorage.setItem(PREFIX + callId, JSON.stringify(writing));
  } catch {
    // storage is blocked or full: kept as long as the page
  }
}

function forget(callId: string): void {
  unsent.delete(callId);
  try {
    localStorage.removeItem(PREFIX + callId);
  } catch {
    // see keep
  }
}

/** Calls of which something is kept here. */
export function keptCalls(): string[] {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(PREFIX))
      .map((key) => key.slice(PREFIX.length));
  } catch {
    return [...unsent.keys()];
  }
}

/**
 * Sends what is kept, and forgets it here once the server has it; what was typed meanwhile stays.
 *
 * @returns whether there was anything
 * @throws when the server has it not
 */
export async function sendKept(callId: string): Promise<boolean> {
  const body = keptOf(callId);
  if (Object.keys(body).length === 0) return false;
  unsent.set(callId, body);
  await answer(api.PATCH('/api/calls/{callId}', { params: { path: { callId } }, body }));
  if (unsent.get(callId) === body) forget(callId);
  return true;
}
