import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './CopyButton.module.css';
import { Icon } from './Icon';
import { toasts } from './toasts';

/** Copies a text that stands beside it, or one too long to stand anywhere. */
export function CopyButton({ text, label }: { text: string | (() => string); label: string }) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(typeof text === 'string' ? text : text());
      setCopied(true);
      setTimeout(() => setCopied(false), 2_000);
      toasts.show(t('action.copied'));
    } catch {
      toasts.show(t('state.noClipboard'));
    }
  }
  return (
    <button
      type="button"
      className={classes.button}
      onClick={() => void copy()}
      aria-label={label}
      title={label}
    >
      <Icon name={copied ? 'check' : 'copy'} size={14} />
    </button>
  );
}
