import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { invitationsQuery } from '../../api/queries';
import type { Member } from '../../api/types';
import { countryName, timeZoneName } from '../../i18n/format';
import { useSession } from '../../session/SessionContext';
import { Cord, CordStep, type StepState } from '../../ui/Cord';
import { useTwilio } from '../twilio/useTwilio';
import classes from './HomePage.module.css';
import { TwilioStepCard } from './TwilioStepCard';

/** How far the workspace has come, on a cord: what is done, what is next, what comes later. */
export function NextSteps({ members }: { members: Member[] | undefined }) {
  const { t } = useTranslation();
  const { workspace, can } = useSession();
  const { data: invitations } = useQuery({
    ...invitationsQuery(workspace.id),
    enabled: can('members.invite'),
  });
  const others = (members?.length ?? 1) - 1;
  const invited = invitations?.length ?? 0;
  const { data: twilio } = useTwilio();
  const phonesFirst = twilio?.state === 'none' && can('twilio.manage');
  const team: StepState = others > 0 ? 'done' : phonesFirst ? 'later' : 'now';
  const label = (state: StepState) => t(`home.state.${state}`);
  return (
    <Cord label={t('home.steps')}>
      <CordStep state="done" stateLabel={label('done')} title={t('home.made')}>
        {[workspace.name, countryName(workspace.country), timeZoneName(workspace.timeZone)].join(
          ', ',
        )}
      </CordStep>
      <TwilioStepCard />
      {members && (
        <CordStep
          state={team}
          stateLabel={label(team)}
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
                variant={team === 'now' ? 'filled' : 'default'}
              >
                {t('people.invite')}
              </Button>
            </div>
          )}
        </CordStep>
      )}
      <CordStep state="later" stateLabel={label('later')} title={t('home.testCall')}>
        {t('home.testCallLater')}
      </CordStep>
    </Cord>
  );
}
