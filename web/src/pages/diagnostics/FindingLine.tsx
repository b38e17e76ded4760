import { useTranslation } from 'react-i18next';
import type { TwilioFinding } from '../../api/types';
import { Jack, type JackState } from '../../ui/Jack';
import page from '../page.module.css';
import classes from './diagnostics.module.css';

const JACKS: Readonly<Record<TwilioFinding['state'], JackState>> = {
  ok: 'available',
  warning: 'ringing',
  failed: 'recording',
  skipped: 'off',
};

/** What was found, and beside it what to do. */
export function FindingLine({ finding }: { finding: TwilioFinding }) {
  const { t } = useTranslation();
  const { check, state, detail, remedy } = finding;
  return (
    <li className={`${page.line} ${classes.finding}`} data-state={state}>
      <span className={classes.state}>
        <Jack state={JACKS[state]} size={14} />
        {t(`diagnostics.state.${state}`)}
      </span>
      <div className={classes.fact}>
        <b>{t(`diagnostics.check.${check}`)}</b>
        <p>{detail}</p>
      </div>
      {remedy && <p className={classes.remedy}>{remedy}</p>}
    </li>
  );
}
