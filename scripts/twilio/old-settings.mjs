// The environment variables that other programs keep a Twilio account in, and what becomes of each here.
import { account } from './configure.mjs';
import { Usage } from './failures.mjs';
import { phoneNumber } from './phone.mjs';

const PUBLIC_URLS = ['API_BASE_URL', 'NEXT_PUBLIC_APP_URL', 'BASE_URL'];

const NOT_NEEDED = {
  TWILIO_API_KEY: 'a key of this workspace’s own is made',
  TWILIO_API_SECRET: 'the secret of its own key is kept, encrypted',
  TWILIO_TWIML_APP_SID: 'a TwiML app of this workspace’s own is made; the old one stays as it is',
  ENCRYPTION_KEY: 'secrets are encrypted with the server’s keyset (PATCHBAY_ENCRYPTION_KEYSET)',
};

/** @returns what there is to import; anything half set or not right ends it before anything is done */
export function oldSettings(environment) {
  const of = (name) => environment[name]?.trim() || undefined;
  const missing = ['TWILIO_ACCOUNT_SID', 'TWILIO_AUTH_TOKEN'].filter((name) => !of(name));
  if (missing.length > 0)
    throw new Usage(
      `${missing.join(' and ')} ${missing.length === 1 ? 'is' : 'are'} not set. Nothing was imported.`,
      'Load the old program’s settings first, as in: set -a; . ./.env.local; set +a',
    );
  const forwardTo = of('FORWARD_PHONE_NUMBER');
  const number = of('TWILIO_PHONE_NUMBER');
  return {
    accountSid: account(of('TWILIO_ACCOUNT_SID'), 'TWILIO_ACCOUNT_SID'),
    authToken: token(of('TWILIO_AUTH_TOKEN')),
    forwardTo: forwardTo && phoneNumber(forwardTo, 'FORWARD_PHONE_NUMBER'),
    number: number && phoneNumber(number, 'TWILIO_PHONE_NUMBER'),
    publicUrls: PUBLIC_URLS.filter(of).map((name) => ({ name, origin: originOf(of(name)) })),
    notNeeded: Object.keys(NOT_NEEDED)
      .filter(of)
      .map((name) => `${name} is not needed: ${NOT_NEEDED[name]}.`),
  };
}

function token(text) {
  if (!/^[0-9a-zA-Z]{32}$/.test(text))
    throw new Usage('TWILIO_AUTH_TOKEN is no Auth Token: those have 32 characters. Nothing was imported.');
  return text;
}

/** Without path; null where it is no address of the web. */
function originOf(text) {
  try {
    const url = new URL(text);
    return /^https?:$/.test(url.protocol) ? url.origin : null;
  } catch {
    return null;
  }
}
