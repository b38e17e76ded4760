import type { Membership, Permission, Role } from '../api/types';

/** From the highest down: nobody gives, or changes, a role above their own. */
export const ROLES: readonly Role[] = ['owner', 'admin', 'supervisor', 'agent'];

export const can = (membership: Membership, permission: Permission): boolean =>
  membership.permissions.includes(permission);

/** The roles that somebody with `role` may give. */
export const rolesUpTo = (role: Role): Role[] => ROLES.slice(ROLES.indexOf(role));

/** Whether somebody with role `mine` may change somebody with role `theirs`. */
export const reaches = (mine: Role, theirs: Role): boolean =>
  ROLES.indexOf(mine) <= ROLES.indexOf(theirs);
