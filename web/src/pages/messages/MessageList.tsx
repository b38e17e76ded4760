import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Message } from '../../api/types';
import { VirtualRows } from '../../ui/VirtualRows';
import { held } from './held';
import { MessageRow } from './MessageRow';
import classes from './messages.module.css';

const ROW = 60;
/** Scrolled further than this, somebody is reading. */
const READING = 40;

/**
 * The texts in a frame of their own. What comes while somebody has scrolled down waits behind a
 * button, so that what they read does not move.
 */
export function MessageList({
  messages,
  more,
  loading,
  failed,
  onMore,
}: {
  messages: readonly Message[];
  more: boolean;
  loading: boolean;
  failed: unknown;
  onMore(): void;
}) {
  const { t } = useTranslation();
  const [frame, setFrame] = useState<HTMLElement | null>(null);
  const [from, setFrom] = useState<string>();
  const { shown, waiting } = useMemo(() => held(messages, from), [messages, from]);

  function onScroll(): void {
    const reading = (frame?.scrollTop ?? 0) > READING;
    setFrom((current) => (reading ? (current ?? shown[0]?.id) : undefined));
  }

  function showNew(): void {
    setFrom(undefined);
    frame?.scrollTo({ top: 0 });
    frame?.focus();
  }

  return (
    <div className={classes.place}>
      {waiting > 0 && (
        <button type="button" className={classes.fresh} onClick={showNew}>
          {t('message.new', { count: waiting })}
        </button>
      )}
      <span className={classes.hidden} role="status">
        {waiting > 0 ? t('message.new', { count: waiting }) : ''}
      </span>
      <section
        ref={setFrame}
        className={classes.frame}
        aria-label={t('nav.messages')}
        onScroll={onScroll}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled list must be reachable by keys
        tabIndex={0}
      >
        <div className={classes.list}>
          <VirtualRows
            items={shown}
            label={t('nav.messages')}
            frame={frame}
            height={ROW}
            more={more}
            loading={loading}
            failed={failed}
            onMore={onMore}
            row={(message) => <MessageRow message={message} />}
          />
          {!more && <p className={classes.end}>{t('message.end')}</p>}
        </div>
      </section>
    </div>
  );
}
