// The part of ./run --check about Twilio: the demonstration's account, on the simulator beside the server,
// was set up by the ordinary code; a text that somebody sends arrives.
import { Handset, until } from './simulator.mjs';
import { equal, step, truth } from './steps.mjs';

const A_PHONE = '+13125550147';

/** @param owner a Client that is signed in as the demonstration's owner */
export async function checkTwilio(owner) {
  const { memberships } = await owner.get('/api/session');
  const { simulator } = await owner.get('/api/instance');
  if (simulator === null) return; // a training run for faster starts; ./run --check always has one
  let numbers;

  await step('The demonstration’s Twilio account is set up, on the simulator', async () => {
    const found = await until('the account to be ready', async () => {
      const configuration = await owner.get('/api/twilio/configuration');
      truth(configuration.run?.state !== 'failed', `setting it up failed: ${problemOf(configuration.run)}`);
      return configuration.state === 'ready' && configuration;
    });
    equal(found.environment, 'simulator', 'environment');
    truth(/^AP[0-9a-f]{32}$/.test(found.appSid), `no TwiML app: ${found.appSid}`);
    truth(/^SK[0-9a-f]{32}$/.test(found.apiKeySid), `no API key: ${found.apiKeySid}`);
    equal(found.numbers.connected, found.numbers.total, 'connected numbers');
  });

  await step('Its numbers are connected, and verified as they should be', async () => {
    numbers = (await owner.get('/api/numbers')).items;
    truth(numbers.length > 0, 'there is no number');
    for (const { phoneNumber, connection } of numbers) equal(connection, 'connected', phoneNumber);
    const { state, differences } = await owner.post('/api/twilio/verify');
    equal(state, 'ok', `${JSON.stringify(differences)}; check`);
  });

  await step('The owner’s browser can become a phone', () => checkToken(owner, memberships[0]));

  await step('A text that somebody sends to a number arrives', async () => {
    const { phoneNumber, id } = numbers.find(({ sms }) => sms);
    const body = `Check ${process.pid} ${Date.now()}`;
    await (await Handset.at(simulator.phonesUrl, A_PHONE, 'Check')).texts(phoneNumber, body);
    const message = await until('the text', async () => {
      const { items } = await owner.get(`/api/messages?numberId=${id}`);
      return items.find((candidate) => candidate.body === body);
    });
    equal(message.direction, 'inbound', 'direction');
    equal(message.from, A_PHONE, 'sender');
    equal(message.to, phoneNumber, 'recipient');
  });
}

/** Twilio's access tokens: https://www.twilio.com/docs/iam/access-tokens */
async function checkToken(owner, { memberId, workspace }) {
  const { token, identity, expiresAt, environment } = await owner.get('/api/voice/token');
  const hex = (id) => id.replaceAll('-', '');
  equal(identity, `w${hex(workspace.id)}_m${hex(memberId)}`, 'identity');
  equal(environment, 'simulator', 'environment');
  truth(new Date(expiresAt) > new Date(), 'the token has expired already');
  const { grants } = JSON.parse(Buffer.from(token.split('.')[1], 'base64url').toString());
  equal(grants.identity, identity, 'granted identity');
  const { appSid } = await owner.get('/api/twilio/configuration');
  equal(grants.voice.outgoing.application_sid, appSid, 'granted app');
}

function problemOf(run) {
  const failed = run?.steps.find(({ problem }) => problem);
  return failed ? `${failed.name}: ${failed.problem.detail}` : 'it does not say why';
}
