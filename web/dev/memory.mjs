// The contract's data in memory: only for looking at pages without a server.
import { randomBytes, randomUUID } from 'node:crypto';

const now = Date.now();
const ago = (minutes) => new Date(now - minutes * 60_000).toISOString();
const ahead = (minutes) => new Date(now + minutes * 60_000).toISOString();

const ALL = [
  'workspace.read',
  'workspace.edit',
  'members.read',
  'members.invite',
  'members.manage',
  'presence.set',
  'api-keys.manage',
  'audit.read',
  'twilio.read',
  'twilio.manage',
  'numbers.read',
  'numbers.manage',
  'messages.read',
  'contacts.read',
  'contacts.edit',
  'calls.read',
  'calls.make',
  'calls.manage',
  'calls.export',
  'calls.inspect',
  'recordings.read',
  'recordings.manage',
];
export const PERMISSIONS = {
  owner: ALL,
  admin: ALL,
  supervisor: ['workspace.read', 'members.read', 'presence.set'],
  agent: ['workspace.read', 'members.read', 'presence.set'],
};

export const workspaces = ['Quillmere', 'Alder Street Workshop'].map((name) => ({
  id: randomUUID(),
  name,
  country: 'US',
  timeZone: 'America/Los_Angeles',
  createdAt: ago(60 * 24 * 3),
}));

const TEAM = [
  ['Hugo Bennett', 'owner', 'available', 41],
  ['Mara Dunne', 'agent', 'available', 3],
  ['Sofie Lindqvist', 'supervisor', 'busy', 12],
  ['Daniel Osei', 'agent', 'away', 95],
  ['Priscilla Hartmann-Oyelaran', 'admin', 'offline', 60 * 26],
  ['Inês Carvalho', 'agent', 'offline', 60 * 5],
];

const member = ([name, role, status, minutes]) => {
  const id = randomUUID();
  return {
    id,
    userId: randomUUID(),
    name,
    email: `${name
      .split(' ')[0]
      .normalize('NFD')
      .replace(/[^a-zA-Z]/g, '')
      .toLowerCase()}@quillmere.example`,
    role,
    presence: { memberId: id, status, since: ago(minutes) },
    joinedAt: ago(60 * 24 * 2),
  };
};

const alone = process.argv.includes('--alone');
export const members = (alone ? TEAM.slice(0, 1) : TEAM).map(member);
export const me = members[0];
const LANGUAGE = process.argv.includes('--german') ? 'de' : 'en';
export const user = { id: me.userId, name: me.name, email: me.email, language: LANGUAGE };

export const invitations = alone
  ? []
  : [
      {
        id: randomUUID(),
        email: 'tariq@quillmere.example',
        role: 'agent',
        invitedBy: 'Hugo Bennett',
        createdAt: ago(130),
        expiresAt: ahead(60 * 24 * 6),
      },
    ];

export const apiKeys = alone
  ? []
  : [
      ['Nightly export', 'agent', 20],
      ['CRM connector', 'admin', null],
    ].map(([name, role, used]) => ({
      id: randomUUID(),
      name,
      role,
      prefix: `pbk_${randomBytes(3).toString('hex')}`,
      createdAt: ago(60 * 30),
      createdBy: 'Hugo Bennett',
      lastUsedAt: used && ago(used),
    }));

const DEEDS = [
  'session.signed-in',
  'member.invited',
  'member.role-changed',
  'api-key.created',
  'workspace.updated',
  'member.joined',
];
export const audit = Array.from({ length: 430 }, (_, index) => {
  const actor = members[index % members.length];
  const action = DEEDS[index % DEEDS.length];
  return {
    id: randomUUID(),
    at: ago(index * 37),
    action,
    actor: { kind: 'member', id: actor.id, name: actor.name },
    target: action.startsWith('session') ? null : { kind: 'member', id: me.id, name: 'Mara Dunne' },
    address: '192.0.2.17',
    details: action === 'member.role-changed' ? { from: 'agent', to: 'supervisor' } : {},
  };
});

export const sessions = [
  [true, 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/156.0 Safari/537.36', 0],
  [false, 'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Safari/604.1', 190],
].map(([current, userAgent, minutes]) => ({
  id: randomUUID(),
  current,
  createdAt: ago(minutes + 900),
  lastSeenAt: ago(minutes),
  address: current ? '127.0.0.1' : '198.51.100.7',
  userAgent,
}));

export const secret = () => `pbk_${randomBytes(32).toString('base64url')}`;
export const token = () => randomBytes(24).toString('base64url');
export const inAWeek = () => ahead(60 * 24 * 7);
export const aTime = () => new Date().toISOString();
