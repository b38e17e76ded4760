// The contract's routes over dev/memory.mjs.
import { randomUUID } from 'node:crypto';
import { routes as contactRoutes } from './contactsApi.mjs';
import { routes as callRoutes } from './history.mjs';
import * as memory from './memory.mjs';
import { routes as phoneRoutes } from './phone.mjs';
import { routes as twilioRoutes } from './twilioApi.mjs';

const state = { signedIn: !process.argv.includes('--signed-out') };
let seq = 1;
const listeners = new Set();
const instance = {
  name: 'Patchbay',
  signUpOpen: true,
  mailConfigured: process.argv.includes('--mail'),
  simulator: { phonesUrl: 'http://localhost:8090/phones' },
};

export const lastSeq = () => seq;
export const presence = () => memory.members.map((member) => member.presence);
export const onEvent = (listener) => listeners.add(listener);

export function emit(type, data) {
  seq += 1;
  for (const listener of listeners) listener({ seq, type, at: memory.aTime(), data });
}

class Refused extends Error {
  constructor(status, slug, detail, errors) {
    super(detail);
    this.body = {
      type: `urn:patchbay:problem:${slug}`,
      title: slug,
      status,
      detail,
      requestId: randomUUID(),
      errors,
    };
  }
}

const session = () => ({
  id: memory.sessions[0].id,
  user: memory.user,
  memberships: memory.workspaces.map((workspace) => ({
    memberId: memory.me.id,
    role: memory.me.role,
    permissions: memory.PERMISSIONS[memory.me.role],
    workspace,
    lastEvent: seq,
  })),
});

const signIn = () => {
  state.signedIn = true;
  return [200, session()];
};

const delivery = (path) => ({
  mailed: instance.mailConfigured,
  link: instance.mailConfigured ? null : `http://localhost:4173${path}#token=${memory.token()}`,
  expiresAt: memory.inAWeek(),
});

function remove(list, id) {
  const index = list.findIndex((one) => one.id === id);
  if (index < 0) throw new Refused(404, 'not-found', 'There is no such thing in this workspace.');
  return list.splice(index, 1)[0];
}

const page = (items) => [200, { items, nextCursor: null }];
const OPEN = {
  'GET /api/instance': () => [200, instance],
  'POST /api/sign-up': signIn,
  'POST /api/session': ({ body }) => {
    if (body.password === 'wrong') throw new Refused(401, 'sign-in-refused', 'No.');
    return signIn();
  },
  'POST /api/session/link': ({ body }) => {
    if (body.token.startsWith('old'))
      throw new Refused(401, 'link-expired', 'This link is too old.');
    return signIn();
  },
  'POST /api/password-resets': () => [202],
  'POST /api/password-resets/complete': () => [204],
  'POST /api/invitations/look-up': ({ body }) => [
    200,
    {
      workspaceName: 'Quillmere',
      email: 'tariq@quillmere.example',
      role: 'agent',
      invitedBy: 'Hugo Bennett',
      accountExists: body.token.startsWith('known'),
    },
  ],
  'POST /api/invitations/accept': signIn,
};

const SIGNED_IN = {
  'GET /api/session': () => [200, session()],
  'DELETE /api/session': () => {
    state.signedIn = false;
    return [204];
  },
  'GET /api/sessions': () => [200, { items: memory.sessions }],
  'DELETE /api/sessions': () => {
    state.signedIn = false;
    return [204];
  },
  'DELETE /api/sessions/:id': ({ id }) => [204, remove(memory.sessions, id) && undefined],
  'PATCH /api/profile': ({ body }) => [200, Object.assign(memory.user, body)],
  'PUT /api/profile/password': ({ body }) => {
    if (body.currentPassword === 'wrong') throw new Refused(403, 'wrong-password', 'No.');
    return [204];
  },
  'PATCH /api/workspace': ({ body }) => {
    if (body.name === 'bad') {
      throw new Refused(400, 'invalid', 'Check the field name.', [
        { field: 'name', message: 'Another name, please.' },
      ]);
    }
    emit('workspace.updated', Object.assign(memory.workspaces[0], body));
    return [200, memory.workspaces[0]];
  },
  'GET /api/members': () => page(memory.members),
  'PATCH /api/members/:id': ({ id, body }) => {
    const member = memory.members.find((one) => one.id === id);
    member.role = body.role;
    emit('member.updated', member);
    return [200, member];
  },
  'DELETE /api/members/:id': ({ id }) => {
    remove(memory.members, id);
    emit('member.removed', { memberId: id });
    return [204];
  },
  'POST /api/members/:id/password-reset': () => [201, delivery('/reset')],
  'GET /api/invitations': () => page(memory.invitations),
  'POST /api/invitations': ({ body }) => {
    if (memory.members.some(({ email }) => email === body.email)) {
      throw new Refused(409, 'already-member', 'A member already.');
    }
    const invitation = {
      id: randomUUID(),
      ...body,
      invitedBy: memory.me.name,
      createdAt: memory.aTime(),
      expiresAt: memory.inAWeek(),
    };
    memory.invitations.unshift(invitation);
    emit('invitation.created', { invitationId: invitation.id });
    return [201, { invitation, delivery: delivery('/invitation') }];
  },
  'DELETE /api/invitations/:id': ({ id }) => [204, remove(memory.invitations, id) && undefined],
  'POST /api/invitations/:id/renew': ({ id }) => [
    200,
    {
      invitation: memory.invitations.find((one) => one.id === id),
      delivery: delivery('/invitation'),
    },
  ],
  'PUT /api/presence': ({ body }) => {
    memory.me.presence = { memberId: memory.me.id, status: body.status, since: memory.aTime() };
    emit('member.presence', memory.me.presence);
    return [200, memory.me.presence];
  },
  'GET /api/api-keys': () => page(memory.apiKeys),
  'POST /api/api-keys': ({ body }) => {
    const secret = memory.secret();
    const apiKey = {
      id: randomUUID(),
      ...body,
      prefix: secret.slice(0, 10),
      createdAt: memory.aTime(),
      createdBy: memory.me.name,
      lastUsedAt: null,
    };
    memory.apiKeys.unshift(apiKey);
    return [201, { apiKey, secret }];
  },
  'DELETE /api/api-keys/:id': ({ id }) => [204, remove(memory.apiKeys, id) && undefined],
  'GET /api/audit-log': ({ query }) => {
    const action = query.get('action');
    const found = memory.audit.filter(
      (entry) =>
        (!action || entry.action.startsWith(action)) &&
        (!query.get('actor') || entry.actor.id === query.get('actor')),
    );
    const from = Number(query.get('cursor') ?? 0);
    const to = from + Number(query.get('limit') ?? 50);
    return [
      200,
      { items: found.slice(from, to), nextCursor: to < found.length ? String(to) : null },
    ];
  },
};

Object.assign(
  SIGNED_IN,
  contactRoutes(Refused, emit),
  twilioRoutes(memory.me, Refused, emit),
  callRoutes(Refused, emit),
  phoneRoutes(Refused, emit),
);

function find(routes, method, path) {
  for (const [key, run] of Object.entries(routes)) {
    const [wanted, pattern] = key.split(' ');
    const match =
      wanted === method && new RegExp(`^${pattern.replace(':id', '([^/]+)')}$`).exec(path);
    if (match) return (request) => run({ ...request, id: match[1] });
  }
}

/** Answers one request of the contract: status, body, and what it is where that is not JSON. */
export function handle(method, url, body) {
  try {
    const run = find(OPEN, method, url.pathname) ?? find(SIGNED_IN, method, url.pathname);
    if (!run) throw new Refused(404, 'not-found', 'There is no such address.');
    if (!state.signedIn && !find(OPEN, method, url.pathname)) {
      throw new Refused(401, 'sign-in-required', 'Sign in first.');
    }
    return run({ body, query: url.searchParams });
  } catch (error) {
    if (error instanceof Refused) return [error.body.status, error.body];
    throw error;
  }
}
