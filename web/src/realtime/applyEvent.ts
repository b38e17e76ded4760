import type { QueryClient } from '@tanstack/react-query';
import { byName, keys, workspaceKey } from '../api/queries';
import type { Member, Presence, Session, Workspace } from '../api/types';
import { applyCall, applyRecording } from './applyCall';
import { applyContact, applyContactRemoved, applyContactsChanged } from './applyContact';
import { applyReceived, applyUpdated } from './applyMessage';
import { applyCheck, applyNumber, applyNumbersChanged, applyProgress } from './applyTwilioEvent';
import type { RealtimeEvent, SnapshotFrame } from './frames';
import { makeOld } from './makeOld';
import { patchQuery } from './patchQuery';

/** Writes one event into what the pages show. */
export function applyEvent(client: QueryClient, workspaceId: string, event: RealtimeEvent): void {
  const members = (change: (list: Member[]) => Member[]) =>
    patchQuery(client, keys.members(workspaceId), change);
  switch (event.type) {
    case 'member.presence':
      members((list) => list.map((member) => withPresence(member, event.data)));
      break;
    case 'member.joined':
    case 'member.updated':
      members((list) =>
        [...list.filter(({ id }) => id !== event.data.id), event.data].sort(byName),
      );
      refreshIfMine(client, event.data);
      break;
    case 'member.removed':
      members((list) => list.filter(({ id }) => id !== event.data.memberId));
      break;
    case 'invitation.created':
    case 'invitation.withdrawn':
    case 'invitation.accepted':
      makeOld(client, { queryKey: keys.invitations(workspaceId) });
      break;
    case 'workspace.updated':
      patchQuery<Session>(client, keys.session, (session) => withWorkspace(session, event.data));
      break;
    case 'twilio.progress':
      applyProgress(client, workspaceId, event.data);
      break;
    case 'twilio.drift':
      applyCheck(client, workspaceId, event.data);
      break;
    case 'number.updated':
      applyNumber(client, workspaceId, event.data);
      break;
    case 'numbers.changed':
      applyNumbersChanged(client, workspaceId);
      break;
    case 'call.offered':
    case 'call.claimed':
    case 'call.updated':
    case 'call.ended':
      applyCall(client, workspaceId, event.data);
      break;
    case 'recording.ready':
      applyRecording(client, workspaceId, event.data);
      break;
    case 'contact.updated':
      applyContact(client, workspaceId, event.data);
      break;
    case 'contact.removed':
      applyContactRemoved(client, workspaceId, event.data.contactId);
      break;
    case 'contacts.changed':
      applyContactsChanged(client, workspaceId);
      break;
    case 'message.received':
      applyReceived(client, workspaceId, event.data);
      break;
    case 'message.updated':
      applyUpdated(client, workspaceId, event.data);
      break;
  }
}

/**
 * After a snapshot nobody knows what was missed: presence is in it, and everything that was asked for
 * before it came is read again.
 */
export function applySnapshot(
  client: QueryClient,
  workspaceId: string,
  snapshot: SnapshotFrame,
): void {
  const presence = new Map(snapshot.data.presence.map((p) => [p.memberId, p]));
  patchQuery<Member[]>(client, keys.members(workspaceId), (list) =>
    list.map((member) => withPresence(member, presence.get(member.id))),
  );
  makeOld(client, { queryKey: workspaceKey(workspaceId) });
}

function withPresence(member: Member, presence: Presence | undefined): Member {
  return presence?.memberId === member.id ? { ...member, presence } : member;
}

export function withWorkspace(session: Session, workspace: Workspace): Session {
  const memberships = session.memberships.map((membership) =>
    membership.workspace.id === workspace.id ? { ...membership, workspace } : membership,
  );
  return { ...session, memberships };
}

/** My own role has changed, and with it what I may do. */
function refreshIfMine(client: QueryClient, member: Member): void {
  const session = client.getQueryData<Session | null>(keys.session);
  if (session?.user.id === member.userId) {
    makeOld(client, { queryKey: keys.session });
  }
}
