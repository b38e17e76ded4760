// Gives the numbers back what they had, and forgets the account.
import { createInterface } from 'node:readline';
import { ALL_IS_WELL, Failure, SOMETHING_IS_WRONG, Usage } from './failures.mjs';
import { follow } from './follow.mjs';
import { counted } from './words.mjs';

const KINDS = { number: 'the number', app: 'the TwiML app', key: 'the API key', account: 'the account' };

export const clear = {
  options: { yes: { type: 'boolean' } },

  prepare({ values, input }) {
    if (!values.yes && !input.isTTY) throw new Usage('Clearing asks first. Without a terminal say --yes.');
  },

  async work({ values, input, ...context }) {
    const { api, workspace, voice } = context;
    const { state, accountSid, numbers } = await api.get('/api/twilio/configuration');
    if (state === 'none') voice.say(`${workspace.name}: no account is connected; nothing is left to give back.`);
    else
      voice.say(
        `${workspace.name}: ${counted(numbers.total, 'number')} of ${accountSid} get back what they had.`,
        'The TwiML app, the API key, the list of numbers and the credentials are removed. Calls and texts stay.',
      );
    if (!values.yes) await confirmed(workspace.name, input, voice);
    const run = await follow(await api.post('/api/twilio/clear-configuration'), context);
    return result(run, voice);
  },
};

async function confirmed(name, input, voice) {
  const lines = createInterface({ input, output: voice.terminal, terminal: true });
  const said = await new Promise((answered) => {
    lines.once('close', () => answered(null)); // Ctrl-C, Ctrl-D
    lines.once('line', answered);
    lines.setPrompt("Type the workspace's name to go on: ");
    lines.prompt();
  });
  lines.close();
  if (said?.trim() !== name.trim()) throw new Failure('Nothing was done.');
}

function result({ state, leftovers }, voice) {
  if (leftovers.length > 0)
    voice.complain(
      'This could not be undone at Twilio; do it in its console (https://console.twilio.com):',
      ...leftovers.map(({ kind, name }) => `  ${KINDS[kind] ?? kind} ${name}`),
    );
  if (state !== 'done') voice.complain('It did not come to its end. Say it again: it goes on where it stopped.');
  const well = state === 'done' && leftovers.length === 0;
  if (well) voice.say('The account is forgotten.');
  return well ? ALL_IS_WELL : SOMETHING_IS_WRONG;
}
