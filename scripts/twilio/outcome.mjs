// What came of a run, after its steps: the numbers that need somebody, and whether all is well.
import { ALL_IS_WELL, SOMETHING_IS_WRONG, inWords } from './failures.mjs';
import { difference } from './words.mjs';

const NEED_SOMEBODY = ['failed', 'asks', 'elsewhere', 'drifted', 'waiting'];

/** Says what is left to do; answers the exit code. */
export async function outcomeOf(run, { api, voice }) {
  if (run.state === 'stopped') voice.complain('Somebody stopped it before it was through.');
  const left = (await api.all('/api/numbers?attention=true')).filter(({ connection }) => NEED_SOMEBODY.includes(connection));
  if (left.length > 0) voice.say('', 'These numbers need you:', ...left.flatMap(needs));
  const verified = run.steps.find(({ name }) => name === 'verify')?.outcome;
  const well = run.state === 'done' && left.length === 0 && !['unreachable', 'drift'].includes(verified);
  if (well) voice.say('Everything is as it should be.');
  else if (left.length === 0) voice.complain('See ./run twilio verify, and Diagnostics in the desk.');
  return well ? ALL_IS_WELL : SOMETHING_IS_WRONG;
}

function needs({ phoneNumber, connection, heldBy, problem, differences }) {
  const saying = (words) => `  ${phoneNumber}: ${words}`;
  switch (connection) {
    case 'failed':
      return problem ? inWords(problem).map((line, index) => (index === 0 ? saying(line) : `  ${line}`)) : [saying('it failed.')];
    case 'asks':
      return [
        saying(`belongs to ${heldBy ?? 'a SIP trunk or another app'}. To take it over:`),
        `    ./run twilio repair --workspace … --number ${phoneNumber} --take-over`,
      ];
    case 'elsewhere':
      return [saying(`the workspace ${heldBy ? `“${heldBy}”` : 'of somebody else'} has it; it gives it back by clearing.`)];
    case 'waiting':
      return [saying('is not set up yet.')];
    default:
      return differences.map((found) => `  ${difference({ subject: 'number', phoneNumber, ...found })}`);
  }
}
