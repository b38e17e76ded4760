import { Autocomplete, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/Icon';
import page from '../page.module.css';
import classes from './contacts.module.css';
import { suggestedLabels } from './labels';
import { emptyRow, MOST_PHONES, type PhoneRow } from './phoneRows';

/** The phones of a contact, as many as there are, written in any form. */
export function PhoneFields({
  rows,
  onChange,
  errorOf,
}: {
  rows: readonly PhoneRow[];
  onChange(rows: PhoneRow[]): void;
  /** What the server said about `phones[0].phoneNumber` and the like. */
  errorOf(field: string): string | undefined;
}) {
  const { t } = useTranslation();
  const set = (key: number, change: Partial<PhoneRow>) =>
    onChange(rows.map((row) => (row.key === key ? { ...row, ...change } : row)));
  return (
    <fieldset className={classes.phones}>
      <legend>{t('contacts.field.phones')}</legend>
      {rows.map((row, index) => (
        <div key={row.key} className={classes.phoneRow}>
          <TextInput
            name={`phones[${index}].phoneNumber`}
            aria-label={t('contacts.field.phoneNth', { count: index + 1 })}
            type="tel"
            autoComplete="off"
            maxLength={40}
            value={row.number}
            onChange={(event) => set(row.key, { number: event.currentTarget.value })}
            error={errorOf(`phones[${index}].phoneNumber`)}
          />
          <Autocomplete
            name={`phones[${index}].label`}
            aria-label={t('contacts.field.labelNth', { count: index + 1 })}
            placeholder={t('contacts.field.label')}
            data={suggestedLabels(t)}
            filter={({ options }) => options}
            maxLength={30}
            value={row.label}
            onChange={(label) => set(row.key, { label })}
            error={errorOf(`phones[${index}].label`)}
          />
          <button
            type="button"
            className={page.icon}
            aria-label={t('contacts.dropPhone', { count: index + 1 })}
            disabled={rows.length === 1 && row.number === '' && row.label === ''}
            onClick={() =>
              onChange(rows.length === 1 ? [emptyRow()] : rows.filter(({ key }) => key !== row.key))
            }
          >
            <Icon name="close" size={14} />
          </button>
        </div>
      ))}
      {rows.length < MOST_PHONES && (
        <button
          type="button"
          className={classes.more}
          onClick={() => onChange([...rows, emptyRow()])}
        >
          <Icon name="plus" size={14} />
          {t('contacts.morePhone')}
        </button>
      )}
    </fieldset>
  );
}
