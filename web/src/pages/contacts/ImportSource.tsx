import { Button, Textarea } from '@mantine/core';
import { type DragEvent, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormError } from '../../forms/FormError';
import { Icon } from '../../ui/Icon';
import page from '../page.module.css';
import { LARGEST, TooLarge, textOf } from './csvFile';
import classes from './import.module.css';

export interface Source {
  /** Of the file; empty for what was pasted. */
  name: string;
  csv: string;
}

/** Where the contacts come from: a file, chosen or dropped, or a table from the clipboard. */
export function ImportSource({
  onSource,
  onClose,
}: {
  onSource(source: Source): void;
  onClose(): void;
}) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const hint = useId();
  const [over, setOver] = useState(false);
  const [pasted, setPasted] = useState('');
  const [fault, setFault] = useState<string>();

  async function take(file: File | undefined): Promise<void> {
    if (!file) return;
    setFault(undefined);
    try {
      const csv = await textOf(file);
      if (csv.trim() === '') setFault(t('contacts.import.empty', { file: file.name }));
      else onSource({ name: file.name, csv });
    } catch (error) {
      setFault(
        error instanceof TooLarge
          ? t('contacts.import.tooLarge')
          : t('contacts.import.unreadable', { file: file.name }),
      );
    }
  }

  function onDrop(event: DragEvent): void {
    event.preventDefault();
    setOver(false);
    void take(event.dataTransfer.files[0]);
  }

  return (
    <div className={page.form}>
      <FormError>{fault}</FormError>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the button inside does the same by keys */}
      <div
        className={classes.drop}
        data-over={over}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
      >
        <Icon name="contacts" size={24} />
        <p>{t('contacts.import.drop')}</p>
        <Button
          variant="default"
          onClick={() => input.current?.click()}
          aria-describedby={hint}
          data-autofocus
        >
          {t('contacts.import.choose')}
        </Button>
        <input
          ref={input}
          type="file"
          accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
          hidden
          aria-label={t('contacts.import.choose')}
          onChange={(event) => void take(event.currentTarget.files?.[0])}
        />
        <p id={hint} className={page.hint}>
          {t('contacts.import.hint')}
        </p>
      </div>
      <Textarea
        label={t('contacts.import.paste')}
        description={t('contacts.import.pasteHint')}
        value={pasted}
        maxLength={LARGEST}
        onChange={(event) => setPasted(event.currentTarget.value)}
        rows={4}
        spellCheck={false}
        classNames={{ input: classes.paste }}
      />
      <div className={page.actions}>
        <Button variant="default" onClick={onClose}>
          {t('action.cancel')}
        </Button>
        <Button disabled={pasted.trim() === ''} onClick={() => onSource({ name: '', csv: pasted })}>
          {t('contacts.import.look')}
        </Button>
      </div>
    </div>
  );
}
