import assert from 'node:assert/strict';
import { existsSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { FakeApi, FakeData, KEY, WORKSPACE, configuration, problem, status } from './fake-api.mjs';
import { call } from './terminal.mjs';

const NO_KEY = { PATCHBAY_API_KEY: undefined, PATCHBAY_URL: undefined };
const OTHER = { id: '01990000-0000-7000-8000-000000000002', name: 'Elsewhere' };
let api;
let data;

beforeEach(async () => {
  api = await new FakeApi().start();
  data = new FakeData(tmpdir(), api.url);
});
afterEach(() => {
  api.stop();
  data.remove();
});

/** Writes new links as the server does when it is asked, and lets the owner in by the new one only. */
function demonstration(...workspaces) {
  const wanted = join(data.path, 'run', 'links.wanted');
  data.write('links.json', { links: [{ role: 'owner', name: 'Hugo', link: `${api.url}/sign-in#token=used` }] });
  const answering = setInterval(() => {
    if (!existsSync(wanted)) return;
    const links = ['agent', 'owner'].map((role) => ({
      role,
      name: role,
      link: `${api.url}/sign-in#token=fresh-${role}`,
    }));
    data.write('links.json', { links });
    rmSync(wanted);
  }, 10);
  const cookies = { 'set-cookie': 'patchbay_session=s1; Path=/', 'content-type': 'application/json' };
  api.on('GET /api/instance', status(200, { name: 'Patchbay' }, { 'set-cookie': 'XSRF-TOKEN=x1; Path=/' }));
  api.on('POST /api/session/link', ({ body }) =>
    body.token === 'fresh-owner'
      ? status(200, { id: 's1', user: {}, memberships: workspaces.map((workspace) => ({ workspace })) }, cookies)
      : problem(401, 'link-expired', 'Link expired', 'Ask for a new one.'),
  );
  api.on('DELETE /api/session', status(204));
  return { end: () => clearInterval(answering), environment: { ...NO_KEY, PATCHBAY_DATA_DIR: data.path } };
}

test('an API key is sent, and a workspace is known by its name or its id', async () => {
  for (const name of ['Quillmere', '" quillmere "', WORKSPACE.id.toUpperCase()])
    assert.equal((await call(api, `list --workspace ${name}`)).exitCode, 0, name);

  assert.ok(api.requests.every(({ headers }) => headers.authorization === `Bearer ${KEY}`));
});

test('a key of another workspace does nothing there', async () => {
  const { exitCode, err } = await call(api, 'clear --yes --workspace Elsewhere');

  assert.equal(exitCode, 64);
  assert.match(err, /belongs to the workspace “Quillmere”/);
  assert.deepEqual(
    api.requests.map(({ route }) => route),
    ['GET /api/workspace'],
  );
});

test('a key that does not work is told, and not shown', async () => {
  api.on('GET /api/workspace', problem(401, 'sign-in-required', 'Sign in', 'This API key does not work.'));

  const { exitCode, said } = await call(api, 'list --workspace Quillmere');

  assert.equal(exitCode, 1);
  assert.match(said, /This API key does not work/);
  assert.ok(!said.includes(KEY));
});

test('a role that may not do it is told', async () => {
  api.on('POST /api/twilio/verify', problem(403, 'forbidden', 'Not allowed', 'Ask an admin.'));

  const { exitCode, err } = await call(api, 'verify --workspace Quillmere');

  assert.equal(exitCode, 1);
  assert.match(err, /Not allowed\n {2}Ask an admin\./);
});

test('the demonstration’s owner comes in by a fresh link, names the workspace, and signs out', async () => {
  const { environment, end } = demonstration(OTHER, WORKSPACE);
  api.on('POST /api/twilio/verify', ({ request }) =>
    request.headers['patchbay-workspace'] === WORKSPACE.id && request.headers['x-xsrf-token'] === 'x1'
      ? { state: 'ok', differences: [], problem: null }
      : problem(403, 'csrf-token-wrong', 'Reload', 'Reload.'),
  );

  const { exitCode, said } = await call(api, 'verify --workspace quillmere', { environment });
  end();

  assert.equal(said, 'Quillmere: everything at Twilio is as it should be.\n');
  assert.equal(exitCode, 0);
  assert.equal(api.requests.at(-1).route, 'DELETE /api/session');
  assert.match(api.requests.at(-1).headers.cookie, /patchbay_session=s1/);
});

test('a workspace that the owner is not in is told with those that there are', async () => {
  const { environment, end } = demonstration(OTHER, WORKSPACE);

  const { exitCode, err } = await call(api, 'verify --workspace Quilmere', { environment });
  end();

  assert.equal(exitCode, 64);
  assert.match(err, new RegExp(`${WORKSPACE.id} {2}Quillmere`));
  assert.equal(api.requests.at(-1).route, 'DELETE /api/session');
});

test('two workspaces of one name are told apart by their ids only', async () => {
  const { environment, end } = demonstration({ ...OTHER, name: 'Quillmere' }, WORKSPACE);

  const both = await call(api, 'list --workspace Quillmere', { environment });
  const one = await call(api, `list --workspace ${WORKSPACE.id}`, { environment });
  end();

  assert.equal(both.exitCode, 64);
  assert.equal(one.exitCode, 0);
});

test('without key and demonstration it says how to get a key', async () => {
  const environment = { ...NO_KEY, PATCHBAY_DATA_DIR: data.path };

  const { exitCode, err } = await call(api, 'list --workspace Quillmere', { environment });

  assert.equal(exitCode, 1);
  assert.match(err, /Settings → API keys/);
});

test('without a running server it says so, also when one left its files', async () => {
  const nowhere = await call(api, 'list --workspace Quillmere', { environment: NO_KEY });
  api.stop();
  const killed = await call(api, 'list --workspace Quillmere', {
    environment: { ...NO_KEY, PATCHBAY_DATA_DIR: data.path },
  });

  assert.deepEqual([nowhere.exitCode, killed.exitCode], [1, 1]);
  assert.match(nowhere.err, /does not run with the data in \/nowhere/);
  assert.match(killed.err, /does not answer/);
});

test('an address that is no server’s, or not Patchbay’s, is told', async () => {
  const wrong = (PATCHBAY_URL) => call(api, 'list --workspace Quillmere', { environment: { PATCHBAY_URL } });
  for (const url of [
    'desk.example.com',
    'ftp://desk.example.com',
    `${api.url}/desk`,
    'https://me:secret@desk.example.com',
  ])
    assert.equal((await wrong(url)).exitCode, 64, url);
  api.on('GET /api/workspace', status(301, '', { location: 'https://desk.example.com/' }));

  const moved = await wrong(api.url);

  assert.equal(moved.exitCode, 1);
  assert.match(moved.err, /is not Patchbay \(status 301\)/);
});

test('an address or a key alone, or what is no key, is refused', async () => {
  const noKey = await call(api, 'list --workspace Quillmere', { environment: { PATCHBAY_API_KEY: undefined } });
  const noneAtAll = await call(api, 'list --workspace Quillmere', { environment: { PATCHBAY_API_KEY: 'hunter2' } });

  assert.deepEqual([noKey.exitCode, noneAtAll.exitCode], [64, 64]);
  assert.match(noKey.err, /set PATCHBAY_API_KEY too/);
  assert.ok(!noneAtAll.err.includes('hunter2'));
});

test('what others wrote does not steer the terminal', async () => {
  const accountName = 'Quill\u001b]0;mine\u0007mere';
  api.on('GET /api/twilio/configuration', configuration({ state: 'ready', accountSid: 'AC1', accountName }));

  const { out } = await call(api, 'list --workspace Quillmere');

  assert.match(out, /Quill\?\]0;mine\?mere/);
});

test('the command line is refused where it can not be meant, and nothing is asked', async () => {
  for (const line of [
    '',
    'lst',
    'list',
    'list --workspace',
    'list --workspace Quillmere now',
    'list --workspace Q --all',
    'repair --workspace Q --take-over',
    'repair --workspace Q --number 12',
    'configure --workspace Q --token-stdin',
    'clear --workspace Q',
    'clear --workspace Q --yes=no',
    'numbers --workspace Q --attention --released',
    'configure --workspace --simulator',
  ])
    assert.equal((await call(api, line || '""')).exitCode, 64, line);

  assert.deepEqual(api.requests, []);
});

test('help is help wherever it stands', async () => {
  for (const line of ['--help', 'help', 'list --help', 'repair -h'])
    assert.match((await call(api, line)).out, /Usage: \.\/run twilio/, line);
});
