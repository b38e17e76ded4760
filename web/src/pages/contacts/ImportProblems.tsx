import { useTranslation } from 'react-i18next';
import type { ContactImport } from '../../api/types';
import classes from './import.module.css';

/** Which lines cannot be taken, and why; as many as the server tells. */
export function ImportProblems({
  problems,
  refused,
}: {
  problems: ContactImport['problems'];
  refused: number;
}) {
  const { t } = useTranslation();
  if (problems.length === 0) return null;
  return (
    <details className={classes.problems}>
      <summary>{t('contacts.import.problems', { count: refused })}</summary>
      <ol>
        {problems.map(({ line, detail }) => (
          <li key={`${line} ${detail}`}>
            <b>{t('contacts.import.line', { line })}</b> {detail}
          </li>
        ))}
      </ol>
      {refused > problems.length && (
        <p>{t('contacts.import.moreProblems', { count: refused - problems.length })}</p>
      )}
    </details>
  );
}
