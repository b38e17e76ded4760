// ./run --check: drives a started Patchbay from outside, as its people and programs would, and says each
// thing that works. Argument: the data directory of a server that was started with the demonstration.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkCalls } from './calls.mjs';
import { Client } from './client.mjs';
import { Desk } from './desk.mjs';
import { equal, step, truth } from './steps.mjs';
import { checkTwilio } from './twilio.mjs';

const data = process.argv[2];
const read = (name) => JSON.parse(readFileSync(join(data, 'run', name), 'utf8'));
const running = read('server.json');
const { links } = read('links.json');

const tokenOf = (link) => new URL(link).hash.slice('#token='.length);
const ownerLink = links.find(({ role }) => role === 'owner').link;
const stranger = new Client(running.desk);
const owner = new Client(running.desk);

await step('The server is healthy and ready', async () => {
  const answer = await fetch(`${running.management}/actuator/health/readiness`);
  equal(answer.status, 200, 'health status');
  equal((await answer.json()).status, 'UP', 'health');
});

await step('The sign-in page loads, with its script', async () => {
  const page = await fetch(`${running.desk}/sign-in`);
  equal(page.status, 200, 'page status');
  truth(page.headers.get('content-security-policy')?.includes('script-src'), 'no content security policy');
  const script = /<script[^>]+src="([^"]+)"/.exec(await page.text())?.[1];
  truth(script, 'the page has no script');
  equal((await fetch(new URL(script, running.desk))).status, 200, 'script status');
});

await step('Nobody gets in unasked', async () => {
  await stranger.get('/api/members', 401);
  await stranger.post('/api/session/link', { token: 'x'.repeat(43) }, 401);
});

await step(`${links.length} people of the demonstration have sign-in links; the owner's works once`, async () => {
  equal(links.length, 3, 'links');
  const { user } = await owner.post('/api/session/link', { token: tokenOf(ownerLink) });
  equal(user.name, links.find(({ role }) => role === 'owner').name, 'signed-in person');
  await stranger.post('/api/session/link', { token: tokenOf(ownerLink) }, 401);
});

await step('The owner sees the workspace and its members', async () => {
  const { memberships } = await owner.get('/api/session');
  equal(memberships.length, 1, 'memberships');
  const { items } = await owner.get('/api/members');
  equal(items.length >= 3, true, 'three members or more');
});

const desk = new Desk(running.desk, owner);
await step('The realtime socket greets the desk', async () => {
  const hello = await desk.open();
  equal(hello.data.resumed, false, 'resumed');
  equal((await desk.next((frame) => frame.type === 'snapshot')).type, 'snapshot', 'frame');
});

const email = `check-${process.pid}-${Date.now()}@quillmere.example`;
const agent = new Client(running.desk);
await step('An invited colleague joins by link, and the desk hears of it at once', async () => {
  const sent = await owner.post('/api/invitations', { email, role: 'agent' }, 201);
  const token = tokenOf(sent.delivery.link);
  const password = `check ${Math.random()} ${Math.random()}`;
  await agent.post('/api/invitations/accept', { token, name: 'Check', password });
  const joined = await desk.next((frame) => frame.type === 'member.joined');
  equal(joined.data.email, email, 'joined member');
});

await step('A lost socket is told what it missed', async () => {
  const last = desk.lastSeen;
  desk.close();
  await agent.call('PATCH', '/api/profile', { name: 'Checked' });
  const hello = await desk.open(last);
  equal(hello.data.resumed, true, 'resumed');
  const missed = await desk.next((frame) => frame.type === 'member.updated');
  equal(missed.data.name, 'Checked', 'name');
  desk.close();
});

await step('An agent may not invite', async () => {
  await agent.post('/api/invitations', { email: `other-${email}`, role: 'agent' }, 403);
});

await step('The audit log knows who did it; the colleague can be removed again', async () => {
  const { items } = await owner.get('/api/members?limit=200');
  const member = items.find((candidate) => candidate.email === email);
  await owner.call('DELETE', `/api/members/${member.id}`, undefined, 204);
  const { items: entries } = await owner.get('/api/audit-log');
  const actions = entries.map(({ action }) => action);
  for (const action of ['member.invited', 'member.joined', 'member.removed'])
    truth(actions.includes(action), `the audit log misses ${action}`);
});

await checkTwilio(owner);
await checkCalls(owner, running.desk);

await step('Signing out ends the session', async () => {
  await owner.call('DELETE', '/api/session', undefined, 204);
  await owner.get('/api/session', 401);
});
