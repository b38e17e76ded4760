import { Menu } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TwilioConfiguration } from '../../api/types';
import { useUnsafeReason } from '../../realtime/useUnsafeReason';
import { Icon } from '../../ui/Icon';
import { useAct } from '../../ui/useAct';
import page from '../page.module.css';
import { ClearSetUp } from './ClearSetUp';
import { ReplaceToken } from './ReplaceToken';
import { RotateToken } from './RotateToken';
import { useTwilioActs } from './useTwilio';

/** What is seldom done to a connected account. */
export function TwilioMenu({ configuration }: { configuration: TwilioConfiguration }) {
  const { t } = useTranslation();
  const unsafe = useUnsafeReason();
  const { configure } = useTwilioActs();
  const again = useAct(() => configure());
  const [open, setOpen] = useState<'replace' | 'rotate' | 'clear'>();
  const close = () => setOpen(undefined);
  const busy = configuration.state === 'working' ? t('problem.twilio-busy') : undefined;
  const reason = unsafe ?? busy;
  return (
    <>
      <Menu position="bottom-end" width={240}>
        <Menu.Target>
          <button
            type="button"
            className={page.icon}
            aria-label={t('twilio.menu.label')}
            disabled={reason !== undefined}
            title={reason}
          >
            <Icon name="more" />
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => again.mutate()}>{t('twilio.menu.again')}</Menu.Item>
          <Menu.Divider />
          <Menu.Item onClick={() => setOpen('replace')}>{t('twilio.menu.replace')}</Menu.Item>
          <Menu.Item onClick={() => setOpen('rotate')}>{t('twilio.menu.rotate')}</Menu.Item>
          <Menu.Divider />
          <Menu.Item data-tone="stop" onClick={() => setOpen('clear')}>
            {t('twilio.menu.clear')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {open === 'replace' && <ReplaceToken onClose={close} />}
      {open === 'rotate' && <RotateToken onClose={close} />}
      {open === 'clear' && <ClearSetUp configuration={configuration} onClose={close} />}
    </>
  );
}
