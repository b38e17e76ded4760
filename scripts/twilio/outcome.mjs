// What came of a run, after its steps: the numbers that need somebody, and whether all is well.
import { ALL_IS_WELL, SOMETHING_IS_WRONG, inWords } from './failures.mjs';
import { counted, difference } from './words.mjs';

/** Not those that another workspace has, or that were left to another tool: that is how it shall be. */
const NEED_SOMEBODY = ['failed', 'asks', 'drifted'];
/** Of an account with thousands of numbers, one fault may be everybody's. */
const SHOWN = 20;

/** Says what is left to do; answers the exit code. */
export async function outcomeOf(run, { api, workspace, voice }) {
  if (run.state === 'stopped') voice.complain('Somebody stopped it before it was through.');
  const attention = await api.all('/api/numbers?attention=true');
  const left = attention.filter(({ connection }) => NEED_SOMEBODY.includes(connection));
  if (left.length > 0) voice.say('', 'These numbers need you:');
  for (const number of left.slice(0, SHOWN)) voice.say(...needs(number, workspace));
  if (left.length > SHOWN) voice.say(`  and ${left.length - SHOWN} more: ./run twilio numbers --attention`);
  tellOfOthers(run, left, voice);
  const verified = run.steps.find(({ name }) => name === 'verify')?.outcome;
  const well = run.state === 'done' && left.length === 0 && !['unreachable', 'drift'].includes(verified);
  if (well) voice.say('Everything is as it should be.');
  else if (left.length === 0) voice.complain('See ./run twilio verify, and Diagnostics in the desk.');
  return well ? ALL_IS_WELL : SOMETHING_IS_WRONG;
}

/** Numbers that another workspace has are among those that were not taken without asking. */
function tellOfOthers({ steps }, left, voice) {
  const asking = steps.find(({ name }) => name === 'numbers')?.asking ?? 0;
  const others = asking - left.filter(({ connection }) => connection === 'asks').length;
  if (others > 0) voice.say(`${counted(others, 'number stays', 'numbers stay')} with another workspace.`);
}

function needs({ phoneNumber, connection, heldBy, problem, differences }, workspace) {
  const saying = (words) => `  ${phoneNumber}: ${words}`;
  switch (connection) {
    case 'failed':
      return problem ? failure(problem, saying) : [saying('it failed.')];
    case 'asks':
      return [
        saying(`belongs to ${heldBy ?? 'a SIP trunk or another app'}. To take it over:`),
        `    ./run twilio repair --workspace ${workspace.id} --number ${phoneNumber} --take-over`,
      ];
    default:
      return differences.map((found) => `  ${difference({ subject: 'number', phoneNumber, ...found })}`);
  }
}

function failure(problem, saying) {
  const [title, ...more] = inWords(problem);
  return [saying(title), ...more.map((line) => `  ${line}`)];
}
