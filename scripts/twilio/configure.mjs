// Connects a Twilio account, or does it again with what is kept, and follows until it ends.
import { Usage } from './failures.mjs';
import { follow } from './follow.mjs';
import { outcomeOf } from './outcome.mjs';
import { needSourceOfToken, tokenFrom } from './token.mjs';

const ACCOUNT_SID = /^AC[0-9a-fA-F]{32}$/;

export const configure = {
  options: { account: { type: 'string' }, 'token-stdin': { type: 'boolean' }, simulator: { type: 'boolean' } },

  prepare({ values, input }) {
    if (values.account !== undefined) {
      account(values.account, '--account');
      needSourceOfToken(input, values['token-stdin']);
    } else if (values['token-stdin']) {
      throw new Usage('--token-stdin needs --account too.');
    }
  },

  async work({ values, input, ...context }) {
    return outcomeOf(await connect(await request(values, input, context.voice), context), context);
  },
};

/** Without an account, what is kept is used, or a practice account is made. */
async function request(values, input, voice) {
  const environment = values.simulator ? { environment: 'simulator' } : {};
  if (values.account === undefined) return environment;
  const authToken = await tokenFrom(input, voice, values['token-stdin']);
  voice.hush(authToken);
  return { environment: 'twilio', ...environment, accountSid: values.account.trim(), authToken };
}

/** @returns the run as it ended */
export async function connect(body, context) {
  return follow(await context.api.post('/api/twilio/configure-from-credentials', body), context);
}

export function account(text, where) {
  if (!ACCOUNT_SID.test(text.trim())) throw new Usage(`${where} must be an Account SID: AC and 32 hexadecimal digits.`);
  return text.trim();
}
