import { useTranslation } from 'react-i18next';
import type { Message } from '../../api/types';
import { FreshPill } from '../../ui/FreshPill';
import { useHeld } from '../../ui/useHeld';
import { VirtualRows } from '../../ui/VirtualRows';
import { MessageRow } from './MessageRow';
import classes from './messages.module.css';

const ROW = 60;

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
  const { shown, waiting, frame, setFrame, onScroll, showNew } = useHeld(messages);
  return (
    <div className={classes.place}>
      <FreshPill waiting={waiting} label={t('message.new', { count: waiting })} onShow={showNew} />
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
