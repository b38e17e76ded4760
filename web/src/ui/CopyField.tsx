import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './CopyField.module.css';
import { Icon } from './Icon';

/** A text to hand over, in one line, with a button that copies it. */
export function CopyField({ value, label }: { value: string; label: string }) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  const input = useRef<HTMLInputElement>(null);

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(value);
      setCopied(true);
      setTimeout(() => setCopied(false), 2_000);
    } catch {
      input.current?.focus(); // over plain http a browser has no clipboard; the text is selected
    }
  }

  return (
    <div className={classes.field}>
      <input
        ref={input}
        className={classes.value}
        value={value}
        readOnly
        aria-label={label}
        onFocus={(event) => event.currentTarget.select()}
      />
      <Button
        variant="default"
        leftSection={<Icon name={copied ? 'check' : 'copy'} />}
        onClick={() => void copy()}
        data-autofocus
      >
        {copied ? t('action.copied') : t('action.copy')}
      </Button>
      <span className={classes.live} role="status">
        {copied ? t('action.copied') : ''}
      </span>
    </div>
  );
}
