import type { TFunction } from 'i18next';
import type { TwilioRun, TwilioStep } from '../../api/types';
import { problemOf } from '../../forms/storedProblem';
import { sentenceOf } from '../../forms/useSentence';
import type { StepState } from '../../ui/Cord';
import { phoneNumber } from '../../ui/phoneNumber';

const STATES: Readonly<Record<TwilioStep['state'], StepState>> = {
  waiting: 'later',
  running: 'now',
  done: 'done',
  failed: 'failed',
};

export const cordState = ({ state }: TwilioStep): StepState => STATES[state];

/** Whether a step goes number by number. */
const counts = ({ name }: TwilioStep): boolean => name === 'numbers' || name === 'give-back';

/** How many numbers a step has dealt with, well or not. */
export const dealtWith = ({ done, failed, asking, total }: TwilioStep): number =>
  Math.min(done + failed + asking, total ?? Number.POSITIVE_INFINITY);

/** The step in which the numbers are set, or given back. */
export const numbersOf = (run: TwilioRun): TwilioStep | undefined => run.steps.find(counts);

/** `AC5f…09b2`: enough of a SID to recognise it. */
export const shortSid = (sid: string): string =>
  sid.length > 12 ? `${sid.slice(0, 4)}…${sid.slice(-4)}` : sid;

/** What came out of a step, or what it will do, as a sentence. */
export function sayingOf(step: TwilioStep, t: TFunction): string {
  if (step.problem) return sentenceOf(problemOf(step.problem), t);
  if (step.state === 'waiting') return t(`twilio.will.${step.name}`);
  if (counts(step)) return countingOf(step, t);
  if (step.state === 'running') return t(`twilio.will.${step.name}`);
  return outcomeOf(step, t);
}

function countingOf(step: TwilioStep, t: TFunction): string {
  if (step.state === 'running') {
    return step.current
      ? t('twilio.step.now', { number: phoneNumber(step.current) })
      : t(`twilio.will.${step.name}`);
  }
  const { done, failed, asking, total } = step;
  if (total === 0) return t('twilio.step.noNumbers');
  const parts = [
    step.name === 'give-back'
      ? t('twilio.step.returned', { count: done })
      : t('twilio.step.connected', { count: done }),
  ];
  if (asking > 0) parts.push(t('twilio.step.asking', { count: asking }));
  if (failed > 0) parts.push(t('twilio.step.failed', { count: failed }));
  return parts.join(' · ');
}

type Known = 'made' | 'kept' | 'updated' | 'removed';
const KNOWN: ReadonlySet<string> = new Set<Known>(['made', 'kept', 'updated', 'removed']);

function outcomeOf({ name, outcome, sid }: TwilioStep, t: TFunction): string {
  if (outcome === 'unreachable' || outcome === 'drift') return t(`twilio.outcome.${outcome}`);
  if (outcome === 'gone') return t('twilio.outcome.gone');
  if (name === 'app' && outcome && outcome !== 'removed' && KNOWN.has(outcome)) {
    return t(`twilio.outcome.app-${outcome as Exclude<Known, 'removed'>}`);
  }
  if (outcome && sid && KNOWN.has(outcome)) {
    return t(`twilio.outcome.${outcome as Known}`, { sid: shortSid(sid) });
  }
  switch (name) {
    case 'credentials':
    case 'saving':
    case 'verify':
    case 'forget':
      return t(`twilio.did.${name}`);
    default:
      return t('twilio.did.plain');
  }
}

/** How long a step took, as `0.4`, or undefined while it has not ended. */
export function secondsOf({ startedAt, endedAt }: TwilioStep): string | undefined {
  if (!startedAt || !endedAt) return undefined;
  const milliseconds = new Date(endedAt).getTime() - new Date(startedAt).getTime();
  return (Math.max(0, milliseconds) / 1000).toFixed(1);
}

export interface Mark {
  /** Milliseconds of this computer's clock; the server's may be another. */
  at: number;
  count: number;
}

/** Fewer numbers than this make no pace. */
const ENOUGH = 2;

/** How many seconds are left, by the pace since a mark; undefined until there is a pace. */
export function secondsLeft(mark: Mark, now: Mark, total: number): number | undefined {
  const made = now.count - mark.count;
  const spent = now.at - mark.at;
  if (made < ENOUGH || spent <= 0 || total <= now.count) return undefined;
  return Math.max(1, Math.round(((spent / made) * (total - now.count)) / 1000));
}

/** What is read out: each step as it begins and ends, the numbers at each quarter. */
export function announcementOf(run: TwilioRun, t: TFunction): string {
  const begun = run.steps.filter(({ state }) => state !== 'waiting');
  const step = begun[begun.length - 1];
  if (!step) return '';
  const title = t(`twilio.does.${step.name}`);
  if (step.state === 'running' && counts(step) && step.total) {
    const quarter = Math.floor((4 * dealtWith(step)) / step.total);
    const done = Math.ceil((quarter * step.total) / 4);
    return t('twilio.step.announce', {
      step: title,
      state: t('twilio.step.of', { done, total: step.total }),
    });
  }
  return t('twilio.step.announce', { step: title, state: t(`twilio.step.state.${step.state}`) });
}

/** The run's heading. */
export function headlineOf(run: TwilioRun, t: TFunction): string {
  const { kind, state } = run;
  const numbers = numbersOf(run);
  if (kind === 'clear') return t(`twilio.run.clear.${state}`);
  if (state === 'running') {
    return t(`twilio.run.${kind}.running`, { count: numbers?.total ?? 0 });
  }
  if (state === 'done') return t(`twilio.run.${kind}.done`, { count: numbers?.done ?? 0 });
  return t(`twilio.run.${kind}.${state}`);
}
