import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { invitationsQuery } from '../../api/queries';
import type { Member } from '../../api/types';
import { countryName, timeZoneName } from '../../i18n/format';
import { useSession } from '../../session/SessionContext';
import { Cord, CordStep } from '../../ui/Cord';
import classes from './HomePage.module.css';
import type { Progress } from './progress';
import { TestCallStep } from './TestCallStep';
import { TwilioStepCard } from './TwilioStepCard';
import type { AnyCall } from './useAnyCall';
import type { FirstNumber } from './useFirstNumber';
import { WhoAnswersStep } from './WhoAnswersStep';

/** How far the workspace has come, on a cord: what is done, what is next, what comes later. */
export function NextSteps({
  members,
  number,
  any,
  progress,
}: {
  members: Member[] | undefined;
  number: FirstNumber;
  any: AnyCall;
  progress: Progress;
}) {
  const { t, i18n } = useTranslation();
  const { name, country, timeZone } = useSession().workspace;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the names are those of the language
  const where = useMemo(
    () => [name, countryName(country), timeZoneName(timeZone)].join(', '),
    [name, country, timeZone, i18n.language],
  );
  return (
    <Cord label={t('home.steps')}>
      <CordStep state="done" stateLabel={t('home.state.done')} title={t('home.made')}>
        {where}
      </CordStep>
      <TwilioStepCard connected={progress.phones} />
      {number !== undefined && (
        <WhoAnswersStep number={number ?? undefined} members={members} state={progress.answers} />
      )}
      <TestCallStep number={number ?? undefined} any={any} state={progress.call} />
      {members && <TeamStep members={members} state={progress.team} />}
    </Cord>
  );
}

function TeamStep({ members, state }: { members: Member[]; state: Progress['team'] }) {
  const { t } = useTranslation();
  const { workspace, can } = useSession();
  const { data: invitations } = useQuery({
    ...invitationsQuery(workspace.id),
    enabled: can('members.invite'),
  });
  const others = members.length - 1;
  const invited = invitations?.length ?? 0;
  return (
    <CordStep
      state={state}
      stateLabel={t(`home.state.${state}`)}
      title={others > 0 ? t('home.teamHere') : t('home.inviteColleague')}
    >
      {others > 0 ? t('home.teamCount', { count: others }) : t('home.inviteWhy')}
      {invited > 0 && ` ${t('home.invited', { count: invited })}`}
      {can('members.invite') && others === 0 && (
        <div className={classes.acts}>
          <Button
            component={Link}
            to="/people"
            search={{ invite: true } as never}
            variant={state === 'now' ? 'filled' : 'default'}
          >
            {t('people.invite')}
          </Button>
        </div>
      )}
    </CordStep>
  );
}
