// Takes over, once, what another program kept in environment variables. Afterwards the workspace has it,
// encrypted, and the variables can go.
import { connect } from './configure.mjs';
import { ALL_IS_WELL, SOMETHING_IS_WRONG } from './failures.mjs';
import { oldSettings } from './old-settings.mjs';
import { outcomeOf } from './outcome.mjs';

export const importing = {
  options: { simulator: { type: 'boolean' } },

  prepare({ environment, voice }) {
    const old = oldSettings(environment);
    voice.hush(old.authToken);
    return old;
  },

  async work({ prepared: old, values, ...context }) {
    const { api, voice } = context;
    const environment = values.simulator ? 'simulator' : 'twilio';
    voice.say(...old.notNeeded);
    if (!(await reachable(environment, old, context))) return SOMETHING_IS_WRONG;
    const run = await connect({ environment, accountSid: old.accountSid, authToken: old.authToken }, context);
    const connected = await outcomeOf(run, context);
    if (run.state !== 'done') return SOMETHING_IS_WRONG;
    const forwarded = await forward(old, context);
    if (!values.simulator) compareAddresses(old, (await api.get('/api/twilio/configuration')).currentBaseUrl, voice);
    voice.say('The TWILIO_… variables can be deleted now: this workspace has what they held, and nothing else has.');
    return forwarded ? connected : SOMETHING_IS_WRONG;
  },
};

/** Real accounts need an address that Twilio reaches; the old program knew one. */
async function reachable(environment, { publicUrls }, { api, voice }) {
  const { offers } = await api.get('/api/twilio/configuration');
  if (offers[environment]) return true;
  const old = publicUrls.find(({ origin }) => origin);
  if (environment === 'simulator') voice.complain('There is no simulator beside this server.');
  else voice.complain('Twilio can not reach this server: PATCHBAY_PUBLIC_URL is not set there.');
  if (environment === 'twilio' && old)
    voice.complain(
      `  ${old.name} says ${old.origin}. If that leads to this server now, start it with`,
      `  PATCHBAY_PUBLIC_URL=${old.origin}`,
    );
  voice.complain('Nothing was imported.');
  return false;
}

/** @returns whether every number that was meant is forwarded as the old settings say */
async function forward({ forwardTo, number: only }, { api, voice }) {
  if (!forwardTo) {
    voice.say('FORWARD_PHONE_NUMBER is not set: calls ring at the desk.');
    return true;
  }
  const numbers = await api.all('/api/numbers');
  const meant = numbers.filter(({ phoneNumber }) => !only || phoneNumber === only);
  if (meant.length === 0)
    voice.complain(only ? `${only} of TWILIO_PHONE_NUMBER is no number of this account.` : 'There is no number.');
  let well = meant.length > 0;
  for (const number of meant) well = (await forwardOne(number, forwardTo, { api, voice })) && well;
  return well;
}

async function forwardOne({ id, phoneNumber, forwardTo: before }, forwardTo, { api, voice }) {
  if (phoneNumber === forwardTo) {
    voice.complain(`${phoneNumber} is not forwarded to itself: its calls would never end. They ring at the desk.`);
    return false;
  }
  if (before && before !== forwardTo) {
    voice.complain(`${phoneNumber} stays forwarded to ${before}, as it is set here; see Settings → Numbers.`);
    return false;
  }
  await api.patch(`/api/numbers/${id}`, { forwardTo });
  voice.say(`Calls to ${phoneNumber} are forwarded to ${forwardTo}.`);
  return true;
}

function compareAddresses({ publicUrls }, ours, voice) {
  for (const { name, origin } of publicUrls) {
    if (origin === ours) voice.say(`${name} is this server's public address already.`);
    else if (origin === null) voice.say(`${name} is no address of the web, and is not taken over.`);
    else
      voice.say(
        `${name} says ${origin}, but this server tells Twilio ${ours}. Nothing is wrong if the address has changed;`,
        `  else start the server with PATCHBAY_PUBLIC_URL=${origin}, then: ./run twilio configure --workspace …`,
      );
  }
}
