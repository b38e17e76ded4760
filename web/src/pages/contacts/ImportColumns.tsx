import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ContactField } from '../../api/types';
import classes from './import.module.css';

const FIELDS: readonly ContactField[] = [
  'ignore',
  'name',
  'firstName',
  'lastName',
  'company',
  'phone',
  'mobile',
  'work',
  'email',
  'notes',
  'tags',
];

/** Which column of the file is what; the server's guess until somebody says otherwise. */
export function ImportColumns({
  columns,
  mapping,
  onChange,
}: {
  columns: readonly string[];
  mapping: readonly ContactField[];
  onChange(mapping: ContactField[]): void;
}) {
  const { t } = useTranslation();
  const data = FIELDS.map((value) => ({ value, label: t(`contacts.import.field.${value}`) }));
  return (
    <section className={classes.part} aria-label={t('contacts.import.columns')}>
      <h3>{t('contacts.import.columns')}</h3>
      <ul className={classes.columns}>
        {columns.map((column, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: columns may share a name, and do not move
          <li key={index}>
            <span title={column}>
              {column || t('contacts.import.unnamed', { count: index + 1 })}
            </span>
            <Select
              aria-label={t('contacts.import.columnIs', { column: column || index + 1 })}
              data={data}
              value={mapping[index] ?? 'ignore'}
              data-ignored={mapping[index] === 'ignore' || undefined}
              onChange={(value) =>
                value &&
                onChange(
                  columns.map((_, at) =>
                    at === index ? (value as ContactField) : (mapping[at] ?? 'ignore'),
                  ),
                )
              }
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
