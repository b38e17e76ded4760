import { Checkbox, MultiSelect, Select, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { membersQuery } from '../../api/queries';
import type { WorkspaceNumber } from '../../api/types';
import { checking, required } from '../../forms/checks';
import { FormError } from '../../forms/FormError';
import { SheetActions } from '../../forms/SheetActions';
import { useForm } from '../../forms/useForm';
import { applyNumber } from '../../realtime/applyTwilioEvent';
import { useSession } from '../../session/SessionContext';
import { phoneNumber } from '../../ui/phoneNumber';
import { Sheet } from '../../ui/Sheet';
import { toasts } from '../../ui/toasts';
import page from '../page.module.css';
import {
  type Choices,
  changesOf,
  choicesOf,
  FIELDS,
  noAnswerFault,
  ON_NO_ANSWER,
  RECORDINGS,
  shown,
} from './changes';
import classes from './numbers.module.css';
import { saveNumber } from './saveNumber';

/** A number's name, its settings, and who uses it. */
export function NumberSheet({
  number,
  onClose,
  onRelease,
}: {
  number: WorkspaceNumber;
  onClose(): void;
  onRelease(): void;
}) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { workspace, can } = useSession();
  const { data: members } = useQuery({
    ...membersQuery(workspace.id),
    enabled: can('members.read'),
  });
  const [memberIds, setMemberIds] = useState(number.memberIds);
  const [chosen, setChosen] = useState(false);
  const [choices, setChoices] = useState(() => choicesOf(number));
  const choose = (choice: Partial<Choices>) => {
    setChoices((others) => ({ ...others, ...choice }));
    setChosen(true);
  };
  const { recording, onNoAnswer, whisper } = choices;
  const form = useForm({
    fields: FIELDS,
    check: checking({
      friendlyName: required,
      noAnswerSeconds: noAnswerFault,
      noAnswerTo: (phone) =>
        onNoAnswer === 'forward' && phone.trim() === ''
          ? t('number.field.noAnswerToMissing')
          : undefined,
    }),
    submit: (values) =>
      saveNumber(number, changesOf(number, { ...values, ...choices }), memberIds, (saved) =>
        applyNumber(queries, workspace.id, saved),
      ),
    onDone: () => {
      toasts.show(t('action.saved'));
      onClose();
    },
  });
  const dirty = form.touched || memberIds !== number.memberIds || chosen;
  return (
    <Sheet title={phoneNumber(number.phoneNumber)} dirty={dirty} onClose={onClose}>
      <form {...form.props} className={page.form}>
        <FormError>{form.general}</FormError>
        <TextInput
          {...form.field('friendlyName')}
          label={t('number.field.name')}
          description={t('number.field.nameHint')}
          defaultValue={number.friendlyName}
          maxLength={64}
          data-autofocus
        />
        <MultiSelect
          label={t('number.field.members')}
          description={t('number.field.membersHint')}
          placeholder={memberIds.length === 0 ? t('number.field.everybody') : undefined}
          data={(members ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          value={memberIds}
          onChange={setMemberIds}
          searchable
          disabled={!members}
        />
        <Select
          label={t('number.field.recording')}
          data={RECORDINGS.map((value) => ({ value, label: t(`number.recording.${value}`) }))}
          value={recording}
          onChange={(value) => value && choose({ recording: value as Choices['recording'] })}
        />
        <TextInput
          {...form.field('noAnswerSeconds')}
          label={t('number.field.noAnswer')}
          description={t('number.field.noAnswerHint')}
          inputMode="numeric"
          defaultValue={number.noAnswerSeconds}
          maxLength={3}
        />
        <Select
          label={t('number.field.onNoAnswer')}
          data={ON_NO_ANSWER.map((value) => ({ value, label: t(`number.onNoAnswer.${value}`) }))}
          value={onNoAnswer}
          onChange={(value) => value && choose({ onNoAnswer: value as Choices['onNoAnswer'] })}
        />
        <TextInput
          {...form.field('noAnswerTo')}
          label={t('number.field.noAnswerTo')}
          type="tel"
          defaultValue={shown(number.noAnswerTo)}
          maxLength={30}
          display={onNoAnswer === 'forward' ? undefined : 'none'}
        />
        <TextInput
          {...form.field('forwardTo')}
          label={t('number.field.forwardTo')}
          description={t('number.field.forwardToHint')}
          type="tel"
          defaultValue={shown(number.forwardTo)}
          maxLength={30}
        />
        <Checkbox
          label={t('number.field.whisper')}
          description={t('number.field.whisperHint')}
          checked={whisper}
          onChange={(event) => choose({ whisper: event.currentTarget.checked })}
        />
        <SheetActions verb={t('action.save')} pending={form.pending} onClose={onClose}>
          <button type="button" className={classes.destroy} onClick={onRelease}>
            {t('number.release')}
          </button>
        </SheetActions>
      </form>
    </Sheet>
  );
}
