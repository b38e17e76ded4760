import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { onSignedOut } from '../api/client';
import { keys, sessionQuery } from '../api/queries';
import { cspNonce } from './csp';
import { fetchFirstPage } from './fetchFirstPage';
import { createQueryClient, tellTogether } from './queryClient';
import { createAppRouter } from './router';
import { theme } from './theme';

tellTogether();
const queryClient = createQueryClient();
const router = createAppRouter(queryClient);
fetchFirstPage(router, queryClient);
const colorSchemes = localStorageColorSchemeManager({ key: 'patchbay.theme' });

/** The session ended under our feet: to sign-in, keeping the way back. */
onSignedOut(() => {
  if (!queryClient.getQueryData(sessionQuery.queryKey)) return;
  const next = router.state.location.href;
  void router.navigate({ to: '/sign-in', search: { next }, replace: true });
  queryClient.setQueryData(keys.session, null);
});

export function App() {
  return (
    <MantineProvider
      theme={theme}
      withCssVariables={false} // they stand in variables.css
      withGlobalClasses={false}
      colorSchemeManager={colorSchemes}
      defaultColorScheme="auto"
      getStyleNonce={cspNonce}
    >
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  );
}
