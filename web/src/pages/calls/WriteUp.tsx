import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Call } from '../../api/types';
import { useSession } from '../../session/SessionContext';
import classes from './detail.module.css';
import { useWriteUp } from './useWriteUp';

/** What is written about a call: its note and what became of it; saved as one types. */
export function WriteUp({ call }: { call: Call }) {
  const { t } = useTranslation();
  const { can } = useSession();
  const { write, flush, state, why } = useWriteUp(call.id);
  const [notes, setNotes] = useState<string>();
  const [disposition, setDisposition] = useState<string>();
  if (!can('calls.make')) {
    return (
      <section className={classes.writeUp}>
        <h2>{t('call.note')}</h2>
        <p className={classes.note}>{call.notes || t('call.noNote')}</p>
      </section>
    );
  }
  return (
    <section className={classes.writeUp}>
      <h2>{t('call.note')}</h2>
      <Textarea
        aria-label={t('call.note')}
        placeholder={t('call.noteHint')}
        autosize
        minRows={3}
        maxRows={14}
        maxLength={20_000}
        value={notes ?? call.notes}
        onChange={({ currentTarget: { value } }) => {
          setNotes(value);
          write({ notes: value });
        }}
        onBlur={() => void flush().then((kept) => kept && setNotes(undefined))}
      />
      <TextInput
        label={t('call.disposition')}
        maxLength={80}
        value={disposition ?? call.disposition ?? ''}
        onChange={({ currentTarget: { value } }) => {
          setDisposition(value);
          write({ disposition: value });
        }}
        onBlur={() => void flush().then((kept) => kept && setDisposition(undefined))}
      />
      <p className={state === 'refused' ? classes.fault : classes.saved} role="status">
        {state === 'saved' && t('action.saved')}
        {state === 'refused' && why}
      </p>
    </section>
  );
}
