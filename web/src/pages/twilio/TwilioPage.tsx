import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { deliveriesQuery } from '../../api/twilioQueries';
import { useUnsafeReason } from '../../realtime/useUnsafeReason';
import { useSession } from '../../session/SessionContext';
import { Toolbar } from '../../shell/Toolbar';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorPanel } from '../../ui/ErrorPanel';
import { Segmented } from '../../ui/Segmented';
import { SkeletonRows } from '../../ui/Skeleton';
import { toasts } from '../../ui/toasts';
import { useAct } from '../../ui/useAct';
import page from '../page.module.css';
import { ConnectionTab } from './ConnectionTab';
import { HistoryTab } from './HistoryTab';
import { RejectedTab } from './RejectedTab';
import { TwilioMenu } from './TwilioMenu';
import { TWILIO_TABS, type TwilioTab } from './tabs';
import { useTwilio, useTwilioActs } from './useTwilio';

/** The workspace's Twilio account: connected by two fields, then kept as it should be. */
export default function TwilioPage() {
  const { t } = useTranslation();
  const { can } = useSession();
  const [frame, setFrame] = useState<HTMLElement | null>(null);
  const { tab = 'connection' } = useSearch({ from: '/desk/settings/twilio' });
  const twilio = useTwilio();
  const configuration = twilio.data;
  if (!can('twilio.read')) return <EmptyState>{t('problem.forbidden')}</EmptyState>;
  const connected = configuration !== undefined && configuration.accountSid !== null;
  return (
    <>
      <Toolbar
        title={t('nav.twilio')}
        actions={
          connected && (
            <>
              <VerifyButton busy={configuration.state === 'working'} />
              {can('twilio.manage') && <TwilioMenu configuration={configuration} />}
            </>
          )
        }
      >
        {connected && (
          <div data-second-row>
            <Tabs tab={tab} />
          </div>
        )}
      </Toolbar>
      <div className={page.page} ref={setFrame}>
        <div className={page.wide}>
          {twilio.isPending && <SkeletonRows rows={6} height={40} />}
          {twilio.error && !configuration && (
            <ErrorPanel error={twilio.error} onRetry={() => void twilio.refetch()} />
          )}
          {configuration && (tab === 'connection' || !connected) && (
            <ConnectionTab configuration={configuration} frame={frame} />
          )}
          {connected && tab === 'rejected' && <RejectedTab />}
          {connected && tab === 'history' && <HistoryTab />}
        </div>
      </div>
    </>
  );
}

function Tabs({ tab }: { tab: TwilioTab }) {
  const { t } = useTranslation();
  const { workspace } = useSession();
  const navigate = useNavigate();
  const { data: deliveries } = useQuery(deliveriesQuery(workspace.id));
  const rejected = deliveries?.rejected.reduce((sum, { count }) => sum + count, 0);
  return (
    <Segmented
      label={t('twilio.tab.label')}
      value={tab}
      options={TWILIO_TABS.map((value) => ({
        value,
        label: t(`twilio.tab.${value}`),
        count: value === 'rejected' ? rejected : undefined,
      }))}
      onChange={(value) =>
        void navigate({
          to: '/settings/twilio',
          search: { tab: value === 'connection' ? undefined : value },
          replace: true,
        })
      }
    />
  );
}

function VerifyButton({ busy }: { busy: boolean }) {
  const { t } = useTranslation();
  const unsafe = useUnsafeReason();
  const { verify } = useTwilioActs();
  const look = useAct(async () => {
    const { state } = await verify();
    if (state === 'ok') toasts.show(t('twilio.verified'));
    if (state === 'drift') toasts.show(t('twilio.verifiedDrift'));
    if (state === 'failed') toasts.show(t('twilio.check.failed'));
  });
  const reason = unsafe ?? (busy ? t('problem.twilio-busy') : undefined);
  return (
    <Button
      variant="default"
      loading={look.isPending}
      disabled={reason !== undefined}
      title={reason}
      onClick={() => look.mutate()}
    >
      {t('twilio.verify')}
    </Button>
  );
}
