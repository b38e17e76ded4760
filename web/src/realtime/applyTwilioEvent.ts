import type { QueryClient } from '@tanstack/react-query';
import { keys } from '../api/queries';
import type { TwilioCheck, TwilioConfiguration, TwilioRun, WorkspaceNumber } from '../api/types';
import { makeOld } from './makeOld';
import { type Pages, patchPages } from './patchPages';
import { patchQuery } from './patchQuery';

/**
 * A step began, went on or ended. What a step made is read when it has ended, the numbers when they
 * are counted, and everything when the run is over.
 */
export function applyProgress(client: QueryClient, workspaceId: string, run: TwilioRun): void {
  const before = client.getQueryData<TwilioConfiguration>(keys.twilio(workspaceId))?.run;
  patchQuery<TwilioConfiguration>(client, keys.twilio(workspaceId), (found) => withRun(found, run));
  const over = run.state !== 'running';
  if (over || stepsEnded(run) !== stepsEnded(before)) {
    makeOld(client, { queryKey: keys.twilio(workspaceId) });
  }
  if (over || numbersCounted(run) !== numbersCounted(before)) {
    makeOld(client, { queryKey: keys.numbers(workspaceId) });
  }
  if (over) makeOld(client, { queryKey: keys.twilioChecks(workspaceId) });
}

const stepsEnded = (run: TwilioRun | null | undefined): number =>
  run?.steps.filter(({ endedAt }) => endedAt !== null).length ?? 0;

const numbersCounted = (run: TwilioRun | null | undefined): number | null =>
  run?.steps.find(({ name }) => name === 'numbers')?.total ?? null;

/** An event that was overtaken by a newer run changes nothing. */
export function withRun(found: TwilioConfiguration, run: TwilioRun): TwilioConfiguration {
  if (found.run && found.run.id !== run.id && found.run.startedAt > run.startedAt) return found;
  return { ...found, run, state: run.state === 'running' ? 'working' : found.state };
}

/**
 * The run that a request has begun. Its events may have come before the request's own answer, which
 * tells how it was at the beginning; they know better.
 */
export function adoptRun(client: QueryClient, workspaceId: string, run: TwilioRun): void {
  patchQuery<TwilioConfiguration>(client, keys.twilio(workspaceId), (found) =>
    found.run?.id === run.id ? found : withRun(found, run),
  );
  makeOld(client, { queryKey: keys.twilio(workspaceId) });
}

/** A check also notes how each number stands, so they are read again. */
export function applyCheck(client: QueryClient, workspaceId: string, check: TwilioCheck): void {
  patchQuery<TwilioConfiguration>(client, keys.twilio(workspaceId), (found) => ({
    ...found,
    check,
  }));
  const { twilio, twilioChecks, numbers } = keys;
  for (const key of [twilio(workspaceId), twilioChecks(workspaceId), numbers(workspaceId)]) {
    makeOld(client, { queryKey: key });
  }
}

const NEEDS_SOMEBODY = new Set<WorkspaceNumber['connection']>(['drifted', 'asks', 'failed']);

export const needsSomebody = ({ connection }: WorkspaceNumber): boolean =>
  NEEDS_SOMEBODY.has(connection);

/**
 * One number in every list where it stands; a list where it is new is read again. Not so during a
 * run, whose end reads everything: a read for each of thousands of numbers would drown it.
 */
export function applyNumber(
  client: QueryClient,
  workspaceId: string,
  number: WorkspaceNumber,
): void {
  const found = client.getQueryData<TwilioConfiguration>(keys.twilio(workspaceId));
  const quiet = found?.run?.state !== 'running';
  for (const attention of [true, undefined] as const) {
    const queryKey = keys.numberList(workspaceId, attention ? { attention } : {});
    const belongs = number.status === 'active' && (!attention || needsSomebody(number));
    const data = client.getQueryData<Pages<WorkspaceNumber>>(queryKey);
    if (holds(data, number.id)) {
      patchPages<WorkspaceNumber>(client, queryKey, (list) => withNumber(list, number, belongs));
    } else if (belongs && quiet && (!data || isWhole(data))) {
      makeOld(client, { queryKey });
    }
  }
  if (!quiet) return;
  makeOld(client, { queryKey: keys.allNumbers(workspaceId) });
  makeOld(client, { queryKey: keys.twilio(workspaceId) });
}

const holds = (data: Pages<WorkspaceNumber> | undefined, id: string): boolean =>
  data?.pages.some(({ items }) => items.some((item) => item.id === id)) ?? false;

/** Whether the last page is here; else the number may be on one that was not read yet. */
const isWhole = (data: Pages<WorkspaceNumber> | undefined): boolean =>
  data?.pages[data.pages.length - 1]?.nextCursor === null;

function withNumber(
  list: WorkspaceNumber[],
  number: WorkspaceNumber,
  belongs: boolean,
): WorkspaceNumber[] {
  if (!belongs) return list.filter(({ id }) => id !== number.id);
  return list.map((one) => (one.id === number.id ? keepingHolder(one, number) : one));
}

/** Events do not tell which workspace has a number: who may know was answered when it was read. */
function keepingHolder(before: WorkspaceNumber, after: WorkspaceNumber): WorkspaceNumber {
  const still = before.connection === 'elsewhere' && after.connection === 'elsewhere';
  return still ? { ...after, heldBy: before.heldBy } : after;
}

export function applyNumbersChanged(client: QueryClient, workspaceId: string): void {
  for (const key of [keys.numbers(workspaceId), keys.twilio(workspaceId)]) {
    makeOld(client, { queryKey: key });
  }
}
