// Speaks to the simulator as a Node program speaks to Twilio: with the unmodified official SDK.
// Usage: node smoke.mjs BASE_URL ACCOUNT_SID AUTH_TOKEN. Prints one line of JSON with what it saw.
import twilio from 'twilio';

const [base, accountSid, authToken] = process.argv.slice(2);

/** The SDK's own HTTP client, with scheme and authority of every request replaced. */
class SimulatorClient extends twilio.RequestClient {
  request(options) {
    const asked = new URL(options.uri);
    return super.request({ ...options, uri: base + asked.pathname + asked.search });
  }
}

const client = twilio(accountSid, authToken, { httpClient: new SimulatorClient() });
const seen = {};

const account = await client.api.v2010.accounts(accountSid).fetch();
seen.account = account.sid;

const bought = await client.incomingPhoneNumbers.create({
  phoneNumber: '+12125550166',
  friendlyName: 'Node',
  voiceUrl: 'https://example.com/voice',
});
seen.number = bought.phoneNumber;
seen.numbers = (await client.incomingPhoneNumbers.list({ limit: 100 })).length;

const call = await client.calls.create({
  to: '+13125550111',
  from: bought.phoneNumber,
  twiml: '<Response><Say>Hello</Say></Response>',
});
seen.call = call.sid;
seen.callDirection = (await client.calls(call.sid).fetch()).direction;
await client.calls(call.sid).update({ status: 'completed' });

const message = await client.messages.create({
  to: '+13125550111',
  from: bought.phoneNumber,
  body: 'Hello from Node',
});
seen.message = message.sid;
seen.messageCreated = message.dateCreated instanceof Date;
seen.listed = (await client.messages.list({ to: '+13125550111' })).map((one) => one.body);

const application = await client.applications.create({ friendlyName: 'Node' });
seen.removed = await client.applications(application.sid).remove();

const key = await client.newKeys.create({ friendlyName: 'Node' });
seen.keySecret = key.secret.length;

seen.notFound = await client.messages('SM00000000000000000000000000000000').fetch().then(
  () => 'found',
  (error) => `${error.status} ${error.code}`,
);
seen.badNumber = await client.messages.create({ to: 'abc', from: bought.phoneNumber, body: 'x' }).then(
  () => 'sent',
  (error) => `${error.status} ${error.code}`,
);

console.log(JSON.stringify(seen));
