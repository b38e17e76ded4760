import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ContactImport } from '../../api/types';
import page from '../page.module.css';
import { ImportProblems } from './ImportProblems';
import classes from './import.module.css';

/** What was done; there is no way back but by hand, and it says so. */
export function ImportResult({ result, onClose }: { result: ContactImport; onClose(): void }) {
  const { t } = useTranslation();
  const { added, updated, skipped, refused, problems } = result;
  return (
    <div className={page.form} role="status">
      <ul className={classes.result}>
        <li>{t('contacts.import.added', { count: added })}</li>
        {updated > 0 && <li>{t('contacts.import.updated', { count: updated })}</li>}
        {skipped > 0 && <li>{t('contacts.import.skipped', { count: skipped })}</li>}
        {refused > 0 && <li>{t('contacts.import.refusedLines', { count: refused })}</li>}
      </ul>
      <ImportProblems problems={problems} refused={refused} />
      <p className={page.hint}>{t('contacts.import.noWayBack')}</p>
      <div className={page.actions}>
        <Button onClick={onClose} data-autofocus>
          {t('action.done')}
        </Button>
      </div>
    </div>
  );
}
