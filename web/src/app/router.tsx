import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { sessionQuery } from '../api/queries';
import { page } from '../code/page';
import { readHistory } from '../pages/calls/history';
import { callSearch } from '../pages/calls/search';
import { readHome } from '../pages/home/queries';
import { type TwilioTab, tabOf } from '../pages/twilio/tabs';
import { safeWayBack } from '../session/wayBack';
import { Toaster } from '../ui/Toaster';
import { NotFound, RouteError } from './RouteError';

const root = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  component: () => (
    <>
      <Outlet />
      <Toaster />
    </>
  ),
  notFoundComponent: NotFound,
});

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search): { next?: string } => ({
    next: search.next === undefined ? undefined : safeWayBack(search.next),
  }),
  component: page(() => import('../pages/entrance/SignInPage')),
});

const signUp = createRoute({
  getParentRoute: () => root,
  path: '/sign-up',
  component: page(() => import('../pages/entrance/SignUpPage')),
});

const forgot = createRoute({
  getParentRoute: () => root,
  path: '/forgot',
  component: page(() => import('../pages/entrance/ForgotPage')),
});

const reset = createRoute({
  getParentRoute: () => root,
  path: '/reset',
  component: page(() => import('../pages/entrance/ResetPage')),
});

const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation',
  component: page(() => import('../pages/entrance/InvitationPage')),
});

const desk = createRoute({
  getParentRoute: () => root,
  id: 'desk',
  beforeLoad: async ({ context, location }) => {
    const session = await context.queryClient.ensureQueryData(sessionQuery);
    if (!session) {
      const next = location.href === '/' ? undefined : location.href;
      throw redirect({ to: '/sign-in', search: { next }, replace: true });
    }
  },
  component: page(() => import('../shell/Desk')),
});

const home = createRoute({
  getParentRoute: () => desk,
  path: '/',
  staticData: { readAhead: readHome },
  component: page(() => import('../pages/home/HomePage')),
});

const calls = createRoute({
  getParentRoute: () => desk,
  path: '/calls',
  validateSearch: callSearch,
  staticData: { readAhead: readHistory },
  component: page(() => import('../pages/calls/CallsPage')),
});

const call = createRoute({
  getParentRoute: () => desk,
  path: '/calls/$callId',
  validateSearch: callSearch,
  component: page(() => import('../pages/calls/CallPage')),
});

const contacts = createRoute({
  getParentRoute: () => desk,
  path: '/contacts',
  validateSearch: (search): { find?: string; add?: string } => ({
    find: text(search.find),
    add: text(search.add),
  }),
  component: page(() => import('../pages/contacts/ContactsPage')),
});

const contact = createRoute({
  getParentRoute: () => desk,
  path: '/contacts/$contactId',
  component: page(() => import('../pages/contacts/ContactPage')),
});

const live = createRoute({
  getParentRoute: () => desk,
  path: '/live',
  component: page(() => import('../pages/live/LivePage')),
});

const messages = createRoute({
  getParentRoute: () => desk,
  path: '/messages',
  component: page(() => import('../pages/messages/MessagesPage')),
});

const people = createRoute({
  getParentRoute: () => desk,
  path: '/people',
  validateSearch: (search): { find?: string; invite?: true } => ({
    find: text(search.find),
    invite: search.invite ? true : undefined,
  }),
  component: page(() => import('../pages/people/PeoplePage')),
});

const profile = createRoute({
  getParentRoute: () => desk,
  path: '/profile',
  component: page(() => import('../pages/profile/ProfilePage')),
});

const settings = createRoute({
  getParentRoute: () => desk,
  path: '/settings',
  component: page(() => import('../pages/settings/SettingsLayout')),
});

const settingsIndex = createRoute({
  getParentRoute: () => settings,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/settings/general', replace: true });
  },
});

const twilio = createRoute({
  getParentRoute: () => settings,
  path: '/twilio',
  validateSearch: (search): { tab?: TwilioTab } => ({ tab: tabOf(search.tab) }),
  component: page(() => import('../pages/twilio/TwilioPage')),
});

const numbers = createRoute({
  getParentRoute: () => settings,
  path: '/numbers',
  validateSearch: (search): { buy?: true } => ({ buy: search.buy ? true : undefined }),
  component: page(() => import('../pages/numbers/NumbersPage')),
});

const callSettings = createRoute({
  getParentRoute: () => settings,
  path: '/calls',
  component: page(() => import('../pages/callSettings/CallSettingsPage')),
});

const diagnostics = createRoute({
  getParentRoute: () => settings,
  path: '/diagnostics',
  component: page(() => import('../pages/diagnostics/DiagnosticsPage')),
});

const general = createRoute({
  getParentRoute: () => settings,
  path: '/general',
  component: page(() => import('../pages/settings/GeneralPage')),
});

const apiKeys = createRoute({
  getParentRoute: () => settings,
  path: '/api-keys',
  validateSearch: (search): { make?: true } => ({ make: search.make ? true : undefined }),
  component: page(() => import('../pages/apiKeys/ApiKeysPage')),
});

const auditLog = createRoute({
  getParentRoute: () => settings,
  path: '/audit-log',
  validateSearch: (search): { action?: string; actor?: string } => ({
    action: text(search.action),
    actor: text(search.actor),
  }),
  component: page(() => import('../pages/audit/AuditPage')),
});

const routeTree = root.addChildren([
  signIn,
  signUp,
  forgot,
  reset,
  invitation,
  desk.addChildren([
    home,
    calls,
    call,
    contacts,
    contact,
    live,
    messages,
    people,
    profile,
    settings.addChildren([
      settingsIndex,
      twilio,
      numbers,
      callSettings,
      diagnostics,
      general,
      apiKeys,
      auditLog,
    ]),
  ]),
]);

export function createAppRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree,
    context: { queryClient },
    // A page that stumbles is not to take the desk with it, in which the phone is.
    defaultErrorComponent: RouteError,
    defaultPreload: 'intent',
    scrollRestoration: true,
    defaultPendingMs: 150,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
