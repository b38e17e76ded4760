import { Button } from '@mantine/core';
import { type ErrorComponentProps, Link, useRouter } from '@tanstack/react-router';
import { useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { PageFrameContext } from '../code/PageFrame';
import { EmptyState } from '../ui/EmptyState';
import { ErrorPanel } from '../ui/ErrorPanel';

/** In the place of the page that stumbled: what stands around it, and a call, goes on. */
export function RouteError({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const Frame = useContext(PageFrameContext);
  return (
    <Frame>
      <ErrorPanel
        error={error}
        onRetry={() => {
          reset();
          void router.invalidate();
        }}
      />
    </Frame>
  );
}

export function NotFound() {
  const { t } = useTranslation();
  return (
    <main>
      <EmptyState
        heading
        action={
          <Button component={Link} to="/" variant="default">
            {t('notFound.home')}
          </Button>
        }
      >
        {t('notFound.sentence')}
      </EmptyState>
    </main>
  );
}
