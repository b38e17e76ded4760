import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { instanceQuery } from '../api/queries';
import { useSignOut } from '../session/useSignOut';
import { EmptyState } from '../ui/EmptyState';
import { NewWorkspaceSheet } from './NewWorkspaceSheet';

/** Signed in, but a member of nothing (any more). */
export function NoWorkspace() {
  const { t } = useTranslation();
  const signOut = useSignOut();
  const { data: instance } = useQuery(instanceQuery);
  const [making, setMaking] = useState(false);
  return (
    <main>
      <EmptyState
        heading
        action={
          <Group>
            {instance?.signUpOpen && (
              <Button onClick={() => setMaking(true)}>{t('signUp.link')}</Button>
            )}
            <Button variant="default" onClick={signOut}>
              {t('session.signOut')}
            </Button>
          </Group>
        }
      >
        {t('session.noWorkspace')}
      </EmptyState>
      {making && <NewWorkspaceSheet onClose={() => setMaking(false)} />}
    </main>
  );
}
