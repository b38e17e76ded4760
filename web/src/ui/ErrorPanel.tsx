import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '../api/problem';
import { useSentence } from '../forms/useSentence';
import { Icon } from './Icon';
import classes from './panels.module.css';

/** Stands where the thing that failed would stand: what happened, and the way on. */
export function ErrorPanel({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const requestId = error instanceof ProblemError ? error.requestId : undefined;
  return (
    <div className={classes.panel} role="alert">
      <span className={classes.warn}>
        <Icon name="warn" size={20} />
      </span>
      <p className={classes.sentence}>{sentence(error)}</p>
      {onRetry && (
        <Button variant="default" onClick={onRetry}>
          {t('state.tryAgain')}
        </Button>
      )}
      {requestId && (
        <details className={classes.details}>
          <summary>{t('state.details')}</summary>
          <code>{requestId}</code>
        </details>
      )}
    </div>
  );
}
