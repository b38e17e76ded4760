// Reads the command line, enters the workspace, does the work, and turns whatever happens into words and
// an exit code. Everything it touches is given, so that a test can give its own.
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { clear } from './clear.mjs';
import { configure } from './configure.mjs';
import { ALL_IS_WELL, Failure, SOMETHING_IS_WRONG, Usage } from './failures.mjs';
import { help } from './help.mjs';
import { importing } from './import.mjs';
import { list } from './list.mjs';
import { numbers } from './numbers.mjs';
import { repair } from './repair.mjs';
import { verify } from './verify.mjs';
import { Voice } from './voice.mjs';
import { enter } from './who.mjs';

const COMMANDS = { list, verify, repair, configure, clear, numbers, import: importing };
const SEE_HELP = './run twilio --help tells what there is.';

/** @returns the exit code */
export async function run({ args, environment, input, out, err, wait = pause }) {
  const voice = new Voice(out, err);
  try {
    const asked = read(args);
    if (asked.help) {
      voice.say(help);
      return ALL_IS_WELL;
    }
    return await work(asked, { environment, input, voice, wait });
  } catch (failed) {
    const lines = failed instanceof Failure ? failed.lines : [`This is a fault of ./run twilio: ${failed.message}`];
    voice.complain(...lines);
    return failed.exitCode ?? SOMETHING_IS_WRONG;
  }
}

async function work({ command, values }, { environment, input, voice, wait }) {
  const prepared = await command.prepare?.({ values, environment, input, voice });
  const { api, workspace, leave } = await enter(values.workspace, environment, voice);
  try {
    return await command.work({ api, workspace, values, prepared, input, voice, wait });
  } finally {
    await leave();
  }
}

function read(args) {
  const [name, ...rest] = args;
  if (name === undefined) throw new Usage('What shall be done?', SEE_HELP);
  if (name === 'help' || args.includes('-h') || args.includes('--help')) return { help: true };
  if (!Object.hasOwn(COMMANDS, name)) throw new Usage('There is no such command of ./run twilio.', SEE_HELP);
  const command = COMMANDS[name];
  const options = { workspace: { type: 'string' }, ...command.options };
  const { values, tokens } = parseArgs({ args: rest, options, strict: false, tokens: true });
  tokens.forEach((token) => refuseWrong(token, name, options));
  if (!values.workspace?.trim()) throw new Usage(`Which one? ./run twilio ${name} --workspace NAME_OR_ID`);
  return { command, values };
}

/** What was typed is not repeated: it may be a secret. */
function refuseWrong(token, name, options) {
  if (token.kind === 'positional') throw new Usage(`./run twilio ${name} takes options only.`, SEE_HELP);
  if (token.kind !== 'option') return;
  if (/token|secret|password/.test(token.name) && token.name !== 'token-stdin')
    throw new Usage(
      'A token on the command line can be read by every program here, and stays in the shell’s history.',
      'Leave it out and be asked for it, or send it with --token-stdin. Exchange the one that you typed.',
    );
  if (!Object.hasOwn(options, token.name))
    throw new Usage(`./run twilio ${name} does not know ${token.rawName}.`, SEE_HELP);
  const takesValue = options[token.name].type === 'string';
  const hasValue = token.value !== undefined && (token.inlineValue || !token.value.startsWith('-'));
  if (takesValue && !hasValue) throw new Usage(`${token.rawName} needs a value.`, SEE_HELP);
  if (!takesValue && token.value !== undefined) throw new Usage(`${token.rawName} takes no value.`, SEE_HELP);
}
