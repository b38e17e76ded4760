import { useTranslation } from 'react-i18next';
import type { TwilioRun, WorkspaceNumber } from '../../api/types';
import { Jack } from '../../ui/Jack';
import { JACKS, type Line, lineOf } from './lines';
import classes from './numbers.module.css';

/** One line of a number: shape, then colour, then a word. */
export function NumberLine({
  number,
  line,
  run,
}: {
  number: WorkspaceNumber;
  line: Line;
  run: TwilioRun | null;
}) {
  const { t } = useTranslation();
  const state = lineOf(number, line, run);
  if (!state) {
    const none = line === 'voice' ? t('twilio.line.noVoice') : t('twilio.line.noSms');
    return <span className={classes.quiet}>{none}</span>;
  }
  return (
    <span className={classes.state} data-line={state}>
      <Jack state={JACKS[state]} />
      <span>
        <span className={classes.what}>{t(`twilio.column.${line}`)} </span>
        <span className={classes.word}>{t(`twilio.line.${state}`)}</span>
      </span>
    </span>
  );
}
