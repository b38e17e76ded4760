import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Call } from '../../api/types';
import { useSession } from '../../session/SessionContext';
import { Icon } from '../../ui/Icon';
import classes from './detail.module.css';
import { useWriteUp } from './useWriteUp';

const MOST = 20;

/** A call's tags; one presses one away, or types another. */
export function Tags({ call }: { call: Call }) {
  const { t } = useTranslation();
  const { can } = useSession();
  const { write, why } = useWriteUp(call.id);
  const [adding, setAdding] = useState(false);
  const [mine, setMine] = useState<{ from: readonly string[]; tags: string[] }>();
  const tags = mine?.from === call.tags ? mine.tags : call.tags;

  function set(next: string[]): void {
    setMine({ from: call.tags, tags: next });
    write({ tags: next }, 0);
  }
  function add(text: string): void {
    const tag = text.trim();
    if (tag !== '' && !tags.includes(tag)) set([...tags, tag]);
    setAdding(false);
  }

  const editable = can('calls.make');
  return (
    <div className={classes.tags}>
      {tags.map((tag) =>
        editable ? (
          <button
            key={tag}
            type="button"
            className={classes.tag}
            aria-label={t('call.tag.remove', { tag })}
            onClick={() => set(tags.filter((one) => one !== tag))}
          >
            {tag}
            <Icon name="close" size={11} />
          </button>
        ) : (
          <span key={tag} className={classes.tag}>
            {tag}
          </span>
        ),
      )}
      {editable && adding && (
        <input
          className={classes.tagField}
          aria-label={t('call.tag.add')}
          maxLength={40}
          // biome-ignore lint/a11y/noAutofocus: it takes the place of the button that was pressed
          autoFocus
          onBlur={(event) => add(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') add(event.currentTarget.value);
            if (event.key === 'Escape') setAdding(false);
          }}
        />
      )}
      {editable && !adding && tags.length < MOST && (
        <button type="button" className={classes.addTag} onClick={() => setAdding(true)}>
          <Icon name="plus" size={12} />
          {t('call.tag.tag')}
        </button>
      )}
      {why && (
        <span className={classes.fault} role="alert">
          {why}
        </span>
      )}
    </div>
  );
}
