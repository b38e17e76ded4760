// Follows what is being done to an account until it ends, step by step, as the desk does.
import { Failure, Unanswered, inWords } from './failures.mjs';
import { KINDS, OUTCOMES, STEPS, counted } from './words.mjs';

const EVERY_MS = 1_000;
/** How often the server may not answer in a row; it may be starting anew, and goes on with the run. */
const PATIENCE = 60;

/**
 * Says each step as it begins, goes on and ends.
 *
 * @param run as it was answered when it was asked for
 * @returns the run as it ended
 */
export async function follow(run, { api, voice, wait }) {
  const stopLooking = onInterrupt(voice);
  try {
    voice.say(`${KINDS[run.kind] ?? run.kind}, begun by ${run.startedBy}`);
    const told = new Set();
    for (;;) {
      tell(run, told, voice);
      if (run.state !== 'running') return run;
      await wait(EVERY_MS);
      run = await next(run, { api, voice, wait });
    }
  } finally {
    stopLooking();
  }
}

async function next(run, { api, voice, wait }) {
  for (let silences = 0; ; silences++) {
    try {
      return sameRun(run, await api.get('/api/twilio/configuration'));
    } catch (failed) {
      if (!(failed instanceof Unanswered) || silences === PATIENCE) throw failed;
      if (silences === 0) voice.complain(...failed.lines, 'Waiting for it; what it was doing goes on when it is back.');
      await wait(EVERY_MS);
    }
  }
}

function sameRun(run, { state, run: latest }) {
  if (latest?.id === run.id) return latest;
  if (run.kind === 'clear' && state === 'none' && !latest) return { ...run, state: 'done', steps: [] };
  throw new Failure('Meanwhile something else was begun with this account. See ./run twilio list.');
}

/** What has changed since it was told last. */
function tell({ steps }, told, voice) {
  for (const step of steps) {
    const line = inALine(step);
    if (line === null || told.has(line)) continue;
    told.add(line);
    if (step.state === 'running') voice.sayForNow(line);
    else voice.say(line, ...(step.problem ? inWords(step.problem).map((words) => `      ${words}`) : []));
  }
}

const MARKS = { running: '…', done: '✓', failed: '✗' };

function inALine(step) {
  if (step.state === 'waiting') return null;
  const details = [numbersOf(step), OUTCOMES[step.outcome] ?? step.outcome, step.sid].filter(Boolean);
  const name = `${MARKS[step.state] ?? step.state} ${STEPS[step.name] ?? step.name}`;
  return `  ${[name, details.join(', ')].filter(Boolean).join(': ')}`;
}

/** Of a step that goes through the numbers: how many of them, and what not. */
function numbersOf({ total, done, failed, asking, current, state }) {
  if (total === null) return done > 0 ? `${done}` : '';
  return [
    `${done} of ${total}`,
    ...(failed > 0 ? [`${failed} failed`] : []),
    ...(asking > 0 ? [`${counted(asking, 'belongs', 'belong')} to something else`] : []),
    ...(state === 'running' && current ? [`at ${current}`] : []),
  ].join(', ');
}

function onInterrupt(voice) {
  const interrupted = () => {
    voice.complain('', 'What was begun goes on at the server; ./run twilio list tells how it ended.');
    process.exit(130);
  };
  process.once('SIGINT', interrupted);
  return () => process.off('SIGINT', interrupted);
}
