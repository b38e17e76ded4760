import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Outlet, useRouter } from '@tanstack/react-router';
import { useCallback, useEffect, useLayoutEffect, useMemo, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { keys, sessionQuery } from '../api/queries';
import { speak } from '../i18n';
import { PhoneProvider } from '../phone/PhoneProvider';
import { PhoneWindowProvider } from '../phone/PhoneWindow';
import { RealtimeProvider } from '../realtime/RealtimeProvider';
import { currentWorkspace } from '../session/currentWorkspace';
import { useEndSession } from '../session/endSession';
import { fragmentToken } from '../session/fragmentToken';
import { SessionProvider } from '../session/SessionContext';
import { toasts } from '../ui/toasts';
import { NoWorkspace } from './NoWorkspace';
import { Shell } from './Shell';

/** Everything that needs a session: settles the workspace, opens its socket, draws the frame. */
export default function Desk() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const endSession = useEndSession();
  const { history } = useRouter();
  const { data: session } = useQuery(sessionQuery);
  const ids = useMemo(() => session?.memberships.map(({ workspace }) => workspace.id), [session]);
  const workspaceId = useSyncExternalStore(currentWorkspace.subscribe, currentWorkspace.get);

  useLayoutEffect(() => {
    if (ids) currentWorkspace.settle(ids);
  }, [ids]);

  // A link's token is used by now. Forgotten earlier, its page would say that it is missing.
  useEffect(() => fragmentToken.forget(), []);

  useEffect(() => {
    if (session) void speak(session.user.language);
  }, [session]);

  const onEnded = useCallback(
    (why: 'signed-out' | 'not-a-member') => {
      if (why === 'signed-out') void endSession();
      else {
        toasts.show(t('realtime.notAMember'));
        void queries.invalidateQueries({ queryKey: keys.session });
      }
    },
    [endSession, queries, t],
  );

  // Ended while this page stood: elsewhere, or by a reset password.
  useEffect(() => {
    const { pathname, href } = history.location;
    if (session === null && pathname !== '/sign-in') void endSession(href);
  }, [session, endSession, history]);

  if (!session) return null;
  if (session.memberships.length === 0) return <NoWorkspace />;
  const membership = session.memberships.find(({ workspace }) => workspace.id === workspaceId);
  if (!membership || !workspaceId) return null;
  return (
    <SessionProvider session={session} membership={membership}>
      <RealtimeProvider
        key={workspaceId}
        workspaceId={workspaceId}
        memberId={membership.memberId}
        lastEvent={membership.lastEvent}
        onEnded={onEnded}
      >
        <PhoneProvider key={workspaceId}>
          <PhoneWindowProvider>
            <Shell key={workspaceId}>
              <Outlet />
            </Shell>
          </PhoneWindowProvider>
        </PhoneProvider>
      </RealtimeProvider>
    </SessionProvider>
  );
}
