// Which server is asked, as whom, and about which workspace.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Api } from './api.mjs';
import { Failure, Usage } from './failures.mjs';

/** As long as ./run links waits. */
const LINKS_WITHIN_MS = 10_000;

/**
 * Finds the workspace, as an API key or as the demonstration's owner.
 *
 * @returns {{api: Api, workspace: {id: string, name: string}, leave: () => Promise<void>}}
 */
export async function enter(wanted, environment, voice) {
  const key = environment.PATCHBAY_API_KEY?.trim();
  voice.hush(key);
  const base = serverOf(environment, key);
  warnOfPlainHttp(base, voice);
  return key ? asProgram(new Api(base, key), wanted) : asOwner(base, environment, wanted);
}

function serverOf({ PATCHBAY_URL: url, PATCHBAY_DATA_DIR: data }, key) {
  if (key && !key.startsWith('pbk_'))
    throw new Usage('PATCHBAY_API_KEY holds no API key of Patchbay: those begin with pbk_.');
  if (url?.trim()) {
    if (!key) throw new Usage('PATCHBAY_URL is set: set PATCHBAY_API_KEY too, a key with the role admin.');
    return addressIn(url.trim());
  }
  return runningServer(data).desk;
}

function addressIn(text) {
  const url = tried(() => new URL(text));
  const plain = url && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.username;
  if (!plain) throw new Usage('PATCHBAY_URL must look like https://desk.example.com, without a path.');
  return url.origin;
}

function warnOfPlainHttp(base, voice) {
  const { protocol, hostname } = new URL(base);
  const here = hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.');
  if (protocol === 'http:' && !here)
    voice.complain(`Note: ${base} is not encrypted; whoever is on the way can read key and token.`);
}

function runningServer(data) {
  const running = tried(() => JSON.parse(readFileSync(join(data, 'run', 'server.json'), 'utf8')));
  if (running?.desk) return running;
  throw new Failure(
    `Patchbay does not run with the data in ${data}. Start it with ./run;`,
    'for a server elsewhere set PATCHBAY_URL and PATCHBAY_API_KEY.',
  );
}

async function asProgram(api, wanted) {
  const workspace = await api.get('/api/workspace');
  if (!isNamed(workspace, wanted))
    throw new Usage(`The key in PATCHBAY_API_KEY belongs to the workspace “${workspace.name}” (${workspace.id}).`);
  return { api, workspace, leave: async () => {} };
}

async function asOwner(base, { PATCHBAY_DATA_DIR: data }, wanted) {
  const api = new Api(base);
  await api.get('/api/instance'); // a server that was killed left its files, and would write no links
  const token = await ownersToken(data);
  const { memberships } = await api.post('/api/session/link', { token });
  const leave = () => api.delete('/api/session').catch(() => {});
  const found = memberships.map(({ workspace }) => workspace).filter((workspace) => isNamed(workspace, wanted));
  if (found.length === 1) {
    api.in(found[0].id);
    return { api, workspace: found[0], leave };
  }
  await leave();
  throw new Usage(
    found.length === 0 ? 'There is no such workspace here. There is:' : 'More than one has that name; say its id:',
    ...memberships.map(({ workspace }) => `  ${workspace.id}  ${workspace.name}`),
  );
}

/** The server writes new links when it finds the file that asks for them, and then takes it away. */
async function ownersToken(data) {
  const links = join(data, 'run', 'links.json');
  const wanted = join(data, 'run', 'links.wanted');
  if (!existsSync(links))
    throw new Failure(
      'Set PATCHBAY_API_KEY to an API key with the role admin (made under Settings → API keys).',
      'Only the demonstration can be entered without one.',
    );
  writeFileSync(wanted, '', { mode: 0o600 });
  const until = Date.now() + LINKS_WITHIN_MS;
  while (existsSync(wanted)) {
    if (Date.now() > until) throw new Failure(`The server makes no sign-in links. See ${join(data, 'logs')}.`);
    await pause(50);
  }
  const owner = JSON.parse(readFileSync(links, 'utf8')).links.find(({ role }) => role === 'owner');
  return new URL(owner.link).hash.slice('#token='.length);
}

function isNamed({ id, name }, wanted) {
  const said = wanted.trim().toLowerCase();
  return id.toLowerCase() === said || name.trim().toLowerCase() === said;
}

function tried(work) {
  try {
    return work();
  } catch {
    return undefined;
  }
}
