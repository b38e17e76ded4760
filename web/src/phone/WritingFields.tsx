import { Autocomplete, TagsInput } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { callsQuery } from '../api/callQueries';
import type { Call } from '../api/types';
import { useSession } from '../session/SessionContext';
import { Icon } from '../ui/Icon';
import classes from './PhonePanel.module.css';
import { usePhoneWindow } from './PhoneWindow';
import type { useWriting } from './useWriting';

const NOTE_ID = 'softphone-note';

/** Note, outcome and tags; the outcomes offered are those of the last calls. */
export function WritingFields({
  writing,
  write,
  mark,
}: Pick<ReturnType<typeof useWriting>, 'writing' | 'write' | 'mark'>) {
  const { t } = useTranslation();
  const { workspace, can } = useSession();
  const { noteAsked } = usePhoneWindow();
  const note = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (noteAsked > 0) note.current?.focus();
  }, [noteAsked]);
  const recent = useInfiniteQuery({
    ...callsQuery(workspace.id, {}, 50),
    enabled: can('calls.read'),
  });
  const calls = recent.data?.pages.flatMap(({ items }): Call[] => items) ?? [];
  const outcomes = [...new Set(calls.flatMap(({ disposition }) => disposition ?? []))].slice(0, 8);
  return (
    <div className={classes.writing}>
      <div className={classes.noteHead}>
        <label htmlFor={NOTE_ID}>{t('softphone.note')}</label>
        <span role="status">
          {mark === 'saved' && (
            <>
              <Icon name="check" size={12} /> {t('softphone.saved')}
            </>
          )}
          {mark === 'kept' && t('softphone.keptHere')}
        </span>
      </div>
      <textarea
        ref={note}
        id={NOTE_ID}
        className={classes.note}
        value={writing.notes}
        onChange={(event) => write({ notes: event.currentTarget.value })}
      />
      <Autocomplete
        label={t('softphone.outcome')}
        classNames={{ input: classes.field ?? '' }}
        data={outcomes}
        value={writing.disposition}
        onChange={(value) => write({ disposition: value })}
        comboboxProps={{ zIndex: 60 }}
      />
      <TagsInput
        label={t('softphone.tags')}
        classNames={{ input: classes.field ?? '' }}
        value={writing.tags}
        onChange={(tags) => write({ tags })}
        comboboxProps={{ zIndex: 60 }}
      />
    </div>
  );
}
