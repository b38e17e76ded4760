import type {
  Call,
  Contact,
  Member,
  Message,
  Presence,
  TwilioCheck,
  TwilioRun,
  Workspace,
  WorkspaceNumber,
} from '../api/types';

/** The frames of api/events.md as types. `seq` counts per workspace, without gaps. */
interface Envelope<Type extends string, Data> {
  seq: number;
  type: Type;
  at?: string;
  data: Data;
}

export type HelloFrame = Envelope<'hello', { heartbeatSeconds: number; resumed: boolean }>;
export type SnapshotFrame = Envelope<'snapshot', { presence: Presence[] }>;
export type HeartbeatFrame = Envelope<'heartbeat', undefined>;
export type SkipFrame = Envelope<'skip', undefined>;

export interface RecordingReady {
  callId: string;
  recordingId: string;
  url: string;
  durationSeconds: number | null;
}

/** The frames that count: each has the number after the one before it. */
export type RealtimeEvent =
  | Envelope<'member.presence', Presence>
  | Envelope<'member.joined', Member>
  | Envelope<'member.updated', Member>
  | Envelope<'member.removed', { memberId: string }>
  | Envelope<'invitation.created', { invitationId: string }>
  | Envelope<'invitation.withdrawn', { invitationId: string }>
  | Envelope<'invitation.accepted', { invitationId: string }>
  | Envelope<'workspace.updated', Workspace>
  | Envelope<'twilio.progress', TwilioRun>
  | Envelope<'twilio.drift', TwilioCheck>
  | Envelope<'number.updated', WorkspaceNumber>
  | Envelope<'numbers.changed', { total: number }>
  | Envelope<'call.offered', Call>
  | Envelope<'call.claimed', Call>
  | Envelope<'call.updated', Call>
  | Envelope<'call.ended', Call>
  | Envelope<'recording.ready', RecordingReady>
  | Envelope<'contact.updated', Contact>
  | Envelope<'contact.removed', { contactId: string }>
  | Envelope<'contacts.changed', { total: number }>
  | Envelope<'message.received', Message>
  | Envelope<'message.updated', Message>;

export type Frame = HelloFrame | SnapshotFrame | HeartbeatFrame | SkipFrame | RealtimeEvent;

/** A frame, or undefined for text that is none; a type we do not know yet still counts. */
export function parseFrame(text: unknown): Frame | undefined {
  if (typeof text !== 'string') return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const { seq, type } = value as { seq?: unknown; type?: unknown };
  if (typeof type !== 'string' || !Number.isSafeInteger(seq)) return undefined;
  return value as Frame;
}

/** Why the server closed the socket (api/events.md). */
export const CloseCode = {
  /** The session has ended; signing in again is the only way back. */
  sessionEnded: 4401,
  /** No longer a member of this workspace. */
  notAMember: 4403,
} as const;
