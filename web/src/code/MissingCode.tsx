import { Button } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { reachability } from '../api/reachability';
import { Icon } from '../ui/Icon';
import classes from '../ui/panels.module.css';
import { SkeletonRows } from '../ui/Skeleton';
import type { CodeState } from './Code';

/** Should nobody say that the line is back. */
const RETRY_MS = 5_000;

/** Stands where a part will stand: that it comes, or in words why it does not. It goes on by itself. */
export function MissingCode({
  code: { fetching, missing },
  what,
  onRetry,
}: {
  code: Pick<CodeState<never>, 'fetching' | 'missing'>;
  what: 'page' | 'part';
  onRetry(): void;
}) {
  const { t } = useTranslation();
  const cut = missing === 'cut';

  useEffect(() => {
    if (!cut) return;
    const timer = setInterval(onRetry, RETRY_MS);
    const stop = reachability.subscribe(() => reachability.isReachable() && onRetry());
    return () => {
      clearInterval(timer);
      stop();
    };
  }, [cut, onRetry]);

  if (missing === null) return <SkeletonRows rows={8} height={52} />;
  return cut ? (
    <Panel sentence={t(`state.cut.${what}`)}>
      <Button variant="default" loading={fetching} onClick={onRetry}>
        {t('state.tryAgain')}
      </Button>
    </Panel>
  ) : (
    <Panel sentence={t('state.gone')}>
      <Button variant="default" onClick={() => location.reload()}>
        {t('state.loadAnew')}
      </Button>
    </Panel>
  );
}

function Panel({ sentence, children }: { sentence: string; children: ReactNode }) {
  return (
    <div className={classes.panel} role="alert">
      <span className={classes.warn}>
        <Icon name="warn" size={20} />
      </span>
      <p className={classes.sentence}>{sentence}</p>
      {children}
    </div>
  );
}
