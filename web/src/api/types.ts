import type { components } from './schema';

type Schemas = components['schemas'];

export type Instance = Schemas['Instance'];
export type Session = Schemas['Session'];
export type OpenSession = Schemas['OpenSession'];
export type User = Schemas['User'];
export type Membership = Schemas['Membership'];
export type Workspace = Schemas['Workspace'];
export type Member = Schemas['Member'];
export type Presence = Schemas['Presence'];
export type PresenceStatus = Presence['status'];
export type PresenceChoice = Schemas['PresenceChoice'];
export type Role = Schemas['Role'];
export type Permission = Schemas['Permission'];
export type Language = Schemas['Language'];
export type Invitation = Schemas['Invitation'];
export type InvitationPreview = Schemas['InvitationPreview'];
export type InvitationDelivery = Schemas['InvitationDelivery'];
export type LinkDelivery = Schemas['LinkDelivery'];
export type ApiKey = Schemas['ApiKey'];
export type NewApiKey = Schemas['NewApiKey'];
export type AuditEntry = Schemas['AuditEntry'];
export type ProblemDetails = Schemas['Problem'];
