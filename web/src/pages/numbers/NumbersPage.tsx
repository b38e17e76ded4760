import { Button } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WorkspaceNumber } from '../../api/types';
import { useUnsafeReason } from '../../realtime/useUnsafeReason';
import { useSession } from '../../session/SessionContext';
import { Toolbar } from '../../shell/Toolbar';
import { EmptyState } from '../../ui/EmptyState';
import { Icon } from '../../ui/Icon';
import page from '../page.module.css';
import { useTwilio } from '../twilio/useTwilio';
import { BuySheet } from './BuySheet';
import { NumberList } from './NumberList';
import { NumberSheet } from './NumberSheet';
import { ReleaseNumber } from './ReleaseNumber';
import { SyncButton } from './SyncButton';

/** The workspace's numbers: what they are called, who uses them, and what happens when they ring. */
export default function NumbersPage() {
  const { t } = useTranslation();
  const { can } = useSession();
  const unsafe = useUnsafeReason();
  const navigate = useNavigate();
  const [frame, setFrame] = useState<HTMLElement | null>(null);
  const { buy } = useSearch({ from: '/desk/settings/numbers' });
  const { data: twilio } = useTwilio();
  const [editing, setEditing] = useState<WorkspaceNumber>();
  const [releasing, setReleasing] = useState<WorkspaceNumber>();
  const showBuy = (shown: boolean) =>
    void navigate({ to: '/settings/numbers', search: { buy: shown || undefined }, replace: true });
  const manages = can('numbers.manage') && twilio !== undefined && twilio.accountSid !== null;
  const buyButton = manages && (
    <Button
      leftSection={<Icon name="plus" />}
      disabled={unsafe !== undefined}
      title={unsafe}
      onClick={() => showBuy(true)}
    >
      {t('number.buy.short')}
    </Button>
  );

  if (!can('numbers.read')) return <EmptyState>{t('problem.forbidden')}</EmptyState>;
  return (
    <>
      <Toolbar
        title={t('nav.numbers')}
        actions={
          manages && (
            <>
              <SyncButton />
              {buyButton}
            </>
          )
        }
      />
      <div className={page.page} ref={setFrame}>
        <div className={page.wide}>
          <NumberList frame={frame} onEdit={setEditing} buyButton={buyButton} />
        </div>
      </div>
      {editing && (
        <NumberSheet
          number={editing}
          onClose={() => setEditing(undefined)}
          onRelease={() => {
            setReleasing(editing);
            setEditing(undefined);
          }}
        />
      )}
      {releasing && <ReleaseNumber number={releasing} onClose={() => setReleasing(undefined)} />}
      {buy && manages && <BuySheet onClose={() => showBuy(false)} />}
    </>
  );
}
