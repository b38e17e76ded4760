import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSignOut } from '../session/useSignOut';
import { EmptyState } from '../ui/EmptyState';

/** Signed in, but a member of nothing (any more). */
export function NoWorkspace() {
  const { t } = useTranslation();
  const signOut = useSignOut();
  return (
    <main>
      <EmptyState
        action={
          <Button variant="default" onClick={signOut}>
            {t('session.signOut')}
          </Button>
        }
      >
        {t('session.noWorkspace')}
      </EmptyState>
    </main>
  );
}
