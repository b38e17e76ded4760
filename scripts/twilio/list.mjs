// The account at a glance, and a line for each number.
import { ALL_IS_WELL, SOMETHING_IS_WRONG, inWords } from './failures.mjs';
import { counted, table, time } from './words.mjs';

/** Which differences of a number say that this of it does not come here. */
const ASPECTS = {
  voice: ['app', 'trunk', 'elsewhere', 'released', 'new'],
  sms: ['sms-url', 'sms-method', 'sms-app', 'elsewhere', 'released', 'new'],
  status: ['status-url', 'status-method', 'elsewhere', 'released', 'new'],
};

export const list = {
  options: {},

  async work({ api, workspace, voice }) {
    const configuration = await api.get('/api/twilio/configuration');
    voice.say(`${workspace.name} (${workspace.id}): ${configuration.state}`, ...account(configuration));
    const numbers = await api.all('/api/numbers');
    if (numbers.length > 0) voice.say('', ...table([HEAD, ...numbers.map(row)]));
    return configuration.state === 'attention' ? SOMETHING_IS_WRONG : ALL_IS_WELL;
  },
};

function account(configuration) {
  const { state, environment, accountSid, accountName, trial, appSid, apiKeySid, numbers } = configuration;
  if (state === 'none')
    return ['  No Twilio account is connected: ./run twilio configure', ...latest(configuration.run)];
  const kind = [environment === 'simulator' ? 'simulator' : null, trial ? 'trial' : null].filter(Boolean);
  return [
    `  Account   ${accountSid} ${accountName ?? ''}${kind.length ? ` (${kind.join(', ')})` : ''}`,
    `  API key   ${apiKeySid ?? '–'}`,
    `  App       ${appSid ?? '–'}`,
    `  Address   ${address(configuration)}`,
    `  Numbers   ${numbers.total}: ${numbers.connected} connected, ${numbers.attention} need somebody`,
    ...(configuration.secondaryToken ? ['  Tokens    deliveries signed with the token before are still accepted'] : []),
    ...latest(configuration.run),
    ...checked(configuration.check),
  ];
}

function address({ baseUrl, currentBaseUrl }) {
  if (!baseUrl || baseUrl === currentBaseUrl || !currentBaseUrl) return baseUrl ?? currentBaseUrl ?? '–';
  return `${baseUrl}; it is ${currentBaseUrl} now: ./run twilio repair tells Twilio`;
}

function latest(run) {
  if (!run) return [];
  const problems = run.steps.filter(({ problem }) => problem).flatMap(({ problem }) => inWords(problem));
  return [
    `  Last run  ${run.kind} by ${run.startedBy}, ${run.state}, ${time(run.endedAt ?? run.startedAt)}`,
    ...problems.map((line) => `            ${line}`),
  ];
}

function checked(check) {
  if (!check) return ['  Checked   never'];
  const differences = `${counted(check.differences.length, 'difference')}, see ./run twilio verify`;
  const found = { ok: 'as it should be', failed: 'could not be looked at' }[check.state] ?? differences;
  return [
    `  Checked   ${time(check.at)}: ${found}`,
    ...(check.problem ? inWords(check.problem).map((line) => `            ${line}`) : []),
  ];
}

const HEAD = ['NUMBER', 'NAME', 'STATE', 'VOICE', 'SMS', 'STATUS', 'LAST DELIVERY (UTC)'];

function row(number) {
  return [
    number.phoneNumber,
    number.friendlyName,
    number.connection,
    number.voice ? part(number, 'voice') : '–',
    number.sms ? part(number, 'sms') : '–',
    part(number, 'status'),
    lastDelivery(number.lastDelivery),
  ];
}

function part({ connection, differences }, which) {
  if (connection === 'connected') return 'ok';
  if (connection !== 'drifted') return 'no';
  return differences.some(({ aspect }) => ASPECTS[which].includes(aspect)) ? 'differs' : 'ok';
}

function lastDelivery(deliveries) {
  const [latestOne] = Object.entries(deliveries)
    .filter(([, at]) => at)
    .sort(([, one], [, other]) => new Date(other) - new Date(one));
  return latestOne ? `${time(latestOne[1])} ${latestOne[0]}` : '–';
}
