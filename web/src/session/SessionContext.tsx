import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { Membership, Permission, Session, User, Workspace } from '../api/types';
import { can } from './permissions';

export interface SignedIn {
  session: Session;
  user: User;
  /** The membership of the workspace that this tab shows. */
  membership: Membership;
  workspace: Workspace;
  can(permission: Permission): boolean;
}

const SessionContext = createContext<SignedIn | null>(null);

export function SessionProvider({
  session,
  membership,
  children,
}: {
  session: Session;
  membership: Membership;
  children: ReactNode;
}) {
  const value = useMemo<SignedIn>(
    () => ({
      session,
      user: session.user,
      membership,
      workspace: membership.workspace,
      can: (permission) => can(membership, permission),
    }),
    [session, membership],
  );
  return <SessionContext value={value}>{children}</SessionContext>;
}

/** Who is signed in; only for pages inside the shell. */
export function useSession(): SignedIn {
  const value = useContext(SessionContext);
  if (!value) throw new Error('useSession outside SessionProvider');
  return value;
}
