import type { Member, Membership, Permission, Role, Session, Workspace } from '../api/types';

export const workspace: Workspace = {
  id: 'a0000000-0000-7000-8000-000000000001',
  name: 'Quillmere',
  country: 'US',
  timeZone: 'America/Los_Angeles',
  createdAt: '2026-11-01T09:00:00Z',
};

export const ALL: readonly Permission[] = [
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

export function member(name: string, role: Role = 'agent'): Member {
  return {
    id: `member-${name}`,
    userId: `user-${name}`,
    name,
    email: `${name.toLowerCase()}@quillmere.example`,
    role,
    presence: { memberId: `member-${name}`, status: 'away', since: '2026-11-20T10:00:00Z' },
    joinedAt: '2026-11-01T09:00:00Z',
  };
}

export function membershipOf(
  { id, role }: Member,
  permissions: readonly Permission[] = ALL,
): Membership {
  return { memberId: id, role, permissions: [...permissions], workspace, lastEvent: 0 };
}

export function sessionOf(me: Member, permissions: readonly Permission[] = ALL): Session {
  const user = { id: me.userId, name: me.name, email: me.email, language: 'en' as const };
  return { id: 'session-1', user, memberships: [membershipOf(me, permissions)] };
}
