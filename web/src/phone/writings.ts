import { answer, api } from '../api/client';

/** What is written about a call. */
export interface Writing {
  notes: string;
  /** Empty where there is none. */
  disposition: string;
  tags: string[];
}

/** A call, and who writes about it. A member is one person in one workspace: a browser may serve several. */
export interface Subject {
  memberId: string;
  callId: string;
}

const prefixOf = (memberId: string): string => `patchbay.writing.${memberId}.`;
const keyOf = ({ memberId, callId }: Subject): string => prefixOf(memberId) + callId;
/** What is typed and not sent yet, by key; also where storage is blocked. */
const unsent = new Map<string, Partial<Writing>>();

/** What was typed in this browser about a call and has not reached the server. */
export function keptOf(subject: Subject): Partial<Writing> {
  const key = keyOf(subject);
  const here = unsent.get(key);
  if (here) return here;
  try {
    return JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Writing>;
  } catch {
    return {};
  }
}

export function keep(subject: Subject, writing: Partial<Writing>): void {
  unsent.set(keyOf(subject), writing);
  try {
    localStorage.setItem(keyOf(subject), JSON.stringify(writing));
  } catch {
    // storage is blocked or full: kept as long as the page
  }
}

function forget(key: string): void {
  unsent.delete(key);
  try {
    localStorage.removeItem(key);
  } catch {
    // see keep
  }
}

/** Calls of which something is kept here that this member wrote. */
export function keptCalls(memberId: string): string[] {
  const prefix = prefixOf(memberId);
  return storedKeys()
    .filter((key) => key.startsWith(prefix))
    .map((key) => key.slice(prefix.length));
}

function storedKeys(): string[] {
  try {
    return Object.keys(localStorage);
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
export async function sendKept(subject: Subject): Promise<boolean> {
  const { callId } = subject;
  const key = keyOf(subject);
  const body = keptOf(subject);
  if (Object.keys(body).length === 0) return false;
  unsent.set(key, body);
  await answer(api.PATCH('/api/calls/{callId}', { params: { path: { callId } }, body }));
  if (unsent.get(key) === body) forget(key);
  return true;
}
