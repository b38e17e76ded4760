import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Member, WorkspaceNumber } from '../../api/types';
import { useSession } from '../../session/SessionContext';
import { CordStep, type StepState } from '../../ui/Cord';
import { phoneNumber } from '../../ui/phoneNumber';
import classes from './HomePage.module.css';

/** Whose desks ring: everybody available, until somebody chooses. */
export function WhoAnswersStep({
  number,
  members,
  state,
}: {
  number: WorkspaceNumber | undefined;
  members: readonly Member[] | undefined;
  state: StepState;
}) {
  const { t } = useTranslation();
  const { can } = useSession();
  return (
    <CordStep
      state={state}
      stateLabel={t(`home.state.${state}`)}
      title={state === 'done' ? t('home.whoAnswers') : t('home.chooseWhoAnswers')}
    >
      {number ? <Answered number={number} members={members} /> : t('home.numberFirst')}
      {number && can('numbers.manage') && (
        <>
          {' '}
          <Link to="/settings/numbers" className={classes.change}>
            {t('home.chooseOthers')}
          </Link>
        </>
      )}
    </CordStep>
  );
}

function Answered({
  number,
  members,
}: {
  number: WorkspaceNumber;
  members: readonly Member[] | undefined;
}): string {
  const { t } = useTranslation();
  const written = phoneNumber(number.phoneNumber);
  if (number.forwardTo) {
    return t('home.goesTo', { number: written, to: phoneNumber(number.forwardTo) });
  }
  const names = (members ?? [])
    .filter(({ id }) => number.memberIds.includes(id))
    .map(({ name }) => name);
  if (number.memberIds.length === 0) return t('home.everybodyAnswers', { number: written });
  return names.length > 0 && names.length <= 3
    ? t('home.theseAnswer', { number: written, names: names.join(', ') })
    : t('home.someAnswer', { number: written, count: number.memberIds.length });
}
