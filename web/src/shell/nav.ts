import type { Permission } from '../api/types';
import type { IconName } from '../ui/icons';

/** A place in the desk: in the sidebar, the palette and behind `G` and a letter. */
export interface Place {
  to:
    | '/'
    | '/calls'
    | '/contacts'
    | '/live'
    | '/messages'
    | '/people'
    | '/settings/twilio'
    | '/settings/numbers'
    | '/settings/calls'
    | '/settings/general'
    | '/settings/api-keys'
    | '/settings/audit-log'
    | '/settings/diagnostics'
    | '/profile';
  label:
    | 'nav.home'
    | 'nav.calls'
    | 'nav.contacts'
    | 'nav.live'
    | 'nav.messages'
    | 'nav.people'
    | 'nav.twilio'
    | 'nav.numbers'
    | 'nav.callSettings'
    | 'nav.general'
    | 'nav.apiKeys'
    | 'nav.auditLog'
    | 'nav.diagnostics'
    | 'nav.profile';
  icon: IconName;
  /** What it is called where its surroundings do not explain it. */
  title?: 'nav.generalTitle' | 'nav.callSettingsTitle';
  letter: string;
  permission?: Permission;
  /** Whether it has a lamp that is lit when the Twilio account needs somebody. */
  lamp?: true;
}

export const HOME: Place = { to: '/', label: 'nav.home', icon: 'home', letter: 'h' };

export const CALLS: Place = {
  to: '/calls',
  label: 'nav.calls',
  icon: 'phone',
  letter: 'c',
  permission: 'calls.read',
};

export const CONTACTS: Place = {
  to: '/contacts',
  label: 'nav.contacts',
  icon: 'contacts',
  letter: 'p',
  permission: 'contacts.read',
};

export const LIVE: Place = {
  to: '/live',
  label: 'nav.live',
  icon: 'live',
  letter: 'l',
  permission: 'calls.read',
};

export const MESSAGES: Place = {
  to: '/messages',
  label: 'nav.messages',
  icon: 'message',
  letter: 'm',
  permission: 'messages.read',
};

export const PEOPLE: Place = {
  to: '/people',
  label: 'nav.people',
  icon: 'people',
  letter: 't',
  permission: 'members.read',
};

export const PROFILE: Place = { to: '/profile', label: 'nav.profile', icon: 'person', letter: 'u' };

/** Settings of what the desk speaks through. */
const OF_THE_PHONE: readonly Place[] = [
  {
    to: '/settings/twilio',
    label: 'nav.twilio',
    icon: 'twilio',
    letter: 'w',
    permission: 'twilio.read',
    lamp: true,
  },
  {
    to: '/settings/numbers',
    label: 'nav.numbers',
    icon: 'hash',
    letter: 'n',
    permission: 'numbers.read',
  },
  {
    to: '/settings/calls',
    label: 'nav.callSettings',
    title: 'nav.callSettingsTitle',
    icon: 'phone',
    letter: 'f',
    permission: 'calls.read',
  },
];

const OF_THE_WORKSPACE: readonly Place[] = [
  {
    to: '/settings/general',
    label: 'nav.general',
    title: 'nav.generalTitle',
    icon: 'gear',
    letter: 's',
    permission: 'workspace.read',
  },
  {
    to: '/settings/api-keys',
    label: 'nav.apiKeys',
    icon: 'key',
    letter: 'k',
    permission: 'api-keys.manage',
  },
  {
    to: '/settings/audit-log',
    label: 'nav.auditLog',
    icon: 'audit',
    letter: 'a',
    permission: 'audit.read',
  },
  {
    to: '/settings/diagnostics',
    label: 'nav.diagnostics',
    icon: 'pulse',
    letter: 'd',
    permission: 'twilio.read',
  },
];

export const SETTINGS_GROUPS = [
  { label: 'nav.phone', places: OF_THE_PHONE },
  { label: 'nav.workspace', places: OF_THE_WORKSPACE },
] as const;

export const SETTINGS: readonly Place[] = SETTINGS_GROUPS.flatMap(({ places }) => places);

/** Every place, in the order in which it is listed. */
export const PLACES: readonly Place[] = [
  HOME,
  CALLS,
  MESSAGES,
  CONTACTS,
  LIVE,
  PEOPLE,
  ...SETTINGS,
  PROFILE,
];

/** Those of `places` that somebody with these permissions may see. */
export const visible = (
  places: readonly Place[],
  can: (permission: Permission) => boolean,
): Place[] => places.filter(({ permission }) => !permission || can(permission));
