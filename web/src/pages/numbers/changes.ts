import i18next from 'i18next';
import type { paths } from '../../api/schema';
import type { WorkspaceNumber } from '../../api/types';
import { phoneNumber } from '../../ui/phoneNumber';

export const FIELDS = ['friendlyName', 'noAnswerSeconds', 'forwardTo', 'noAnswerTo'] as const;
export const RECORDINGS = ['inherit', 'on', 'off'] as const;
export const ON_NO_ANSWER = ['message', 'forward'] as const;

/** What is chosen rather than typed. */
export type Choices = Pick<WorkspaceNumber, 'recording' | 'onNoAnswer' | 'whisper'>;

export function choicesOf({ recording, onNoAnswer, whisper }: WorkspaceNumber): Choices {
  return { recording, onNoAnswer, whisper };
}

type Values = Record<(typeof FIELDS)[number], string> & Choices;

export type Changes =
  paths['/api/numbers/{numberId}']['patch']['requestBody']['content']['application/json'];

/** The bounds of the contract (api/openapi.yaml, updateNumber). */
const SHORTEST = 5;
const LONGEST = 600;

export function noAnswerFault(value: string): string | undefined {
  const seconds = Number(value.trim());
  const right = /^\d+$/.test(value.trim()) && seconds >= SHORTEST && seconds <= LONGEST;
  return right ? undefined : i18next.t('number.field.noAnswerWrong');
}

/** Only what is otherwise than before: the rest may have been changed by somebody else meanwhile. */
export function changesOf(number: WorkspaceNumber, values: Values): Changes {
  const changes: Changes = {};
  const friendlyName = values.friendlyName.trim();
  const noAnswerSeconds = Number(values.noAnswerSeconds);
  const forwardTo = values.forwardTo.trim();
  const noAnswerTo = values.noAnswerTo.trim();
  if (friendlyName !== number.friendlyName) changes.friendlyName = friendlyName;
  if (noAnswerSeconds !== number.noAnswerSeconds) changes.noAnswerSeconds = noAnswerSeconds;
  if (values.recording !== number.recording) changes.recording = values.recording;
  if (forwardTo !== shown(number.forwardTo)) changes.forwardTo = forwardTo;
  if (values.onNoAnswer !== number.onNoAnswer && values.onNoAnswer !== 'voicemail')
    changes.onNoAnswer = values.onNoAnswer;
  if (noAnswerTo !== shown(number.noAnswerTo)) changes.noAnswerTo = noAnswerTo;
  if (values.whisper !== number.whisper) changes.whisper = values.whisper;
  return changes;
}

/** A phone as its field shows it. */
export function shown(phone: string | null): string {
  return phone ? phoneNumber(phone) : '';
}
