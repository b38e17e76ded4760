import type { Permission } from '../api/types';
import type { IconName } from '../ui/icons';

/** A place in the desk: in the sidebar, the palette and behind `G` and a letter. */
export interface Place {
  to:
    | '/'
    | '/people'
    | '/settings/general'
    | '/settings/api-keys'
    | '/settings/audit-log'
    | '/profile';
  label: 'nav.home' | 'nav.people' | 'nav.general' | 'nav.apiKeys' | 'nav.auditLog' | 'nav.profile';
  icon: IconName;
  /** What it is called where its surroundings do not explain it. */
  title?: 'nav.generalTitle';
  letter: string;
  permission?: Permission;
}

export const HOME: Place = { to: '/', label: 'nav.home', icon: 'home', letter: 'h' };

export const PEOPLE: Place = {
  to: '/people',
  label: 'nav.people',
  icon: 'people',
  letter: 't',
  permission: 'members.read',
};

export const PROFILE: Place = { to: '/profile', label: 'nav.profile', icon: 'person', letter: 'u' };

export const SETTINGS: readonly Place[] = [
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
];

/** Those of `places` that somebody with these permissions may see. */
export const visible = (
  places: readonly Place[],
  can: (permission: Permission) => boolean,
): Place[] => places.filter(({ permission }) => !permission || can(permission));
