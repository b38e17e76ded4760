import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contact } from '../../api/types';
import { applyContact } from '../../realtime/applyContact';
import { useUnsafeReason } from '../../realtime/useUnsafeReason';
import { useSession } from '../../session/SessionContext';
import { Icon } from '../../ui/Icon';
import { useAct } from '../../ui/useAct';
import page from '../page.module.css';
import classes from './contact.module.css';
import { saveContact } from './saveContact';

const MOST = 20;

/** Words that somebody is found by; each is put on and taken off by itself. */
export function ContactTags({ contact, readOnly }: { contact: Contact; readOnly: boolean }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { workspace } = useSession();
  const unsafe = useUnsafeReason();
  const [adding, setAdding] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const { tags } = contact;
  const { mutate, isPending } = useAct(async (changed: string[]) =>
    applyContact(queries, workspace.id, await saveContact(contact.id, { tags: changed })),
  );

  function close(): void {
    setAdding(false);
    requestAnimationFrame(() => opener.current?.focus());
  }

  function add(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const tag = String(new FormData(event.currentTarget).get('tag') ?? '').trim();
    if (tag !== '' && !tags.includes(tag)) mutate([...tags, tag]);
    close();
  }

  if (readOnly && tags.length === 0) return null;
  return (
    <ul className={classes.tags} aria-label={t('contacts.field.tags')}>
      {tags.map((tag) => (
        <li key={tag} className={page.chip}>
          {tag}
          {!readOnly && (
            <button
              type="button"
              aria-label={t('contacts.dropTag', { tag })}
              disabled={isPending || unsafe !== undefined}
              onClick={() => mutate(tags.filter((one) => one !== tag))}
            >
              <Icon name="close" size={10} />
            </button>
          )}
        </li>
      ))}
      {!readOnly && tags.length < MOST && (
        <li>
          {adding ? (
            <form onSubmit={add}>
              <input
                name="tag"
                aria-label={t('contacts.newTag')}
                className={classes.newTag}
                maxLength={40}
                autoComplete="off"
                // biome-ignore lint/a11y/noAutofocus: the field stands where it was asked for
                autoFocus
                onKeyDown={(event) => {
                  if (event.key !== 'Escape') return;
                  event.stopPropagation();
                  close();
                }}
                onBlur={(event) => event.currentTarget.value.trim() === '' && setAdding(false)}
              />
            </form>
          ) : (
            <button
              ref={opener}
              type="button"
              className={classes.addTag}
              disabled={isPending || unsafe !== undefined}
              title={unsafe}
              onClick={() => setAdding(true)}
            >
              <Icon name="plus" size={12} />
              {t('contacts.tag')}
            </button>
          )}
        </li>
      )}
    </ul>
  );
}
