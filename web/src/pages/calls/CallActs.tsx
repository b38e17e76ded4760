import { Button, Menu } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Call } from '../../api/types';
import { useDialpad } from '../../phone/Phone';
import { useSession } from '../../session/SessionContext';
import { Icon } from '../../ui/Icon';
import { callable } from '../../ui/PhoneLink';
import page from '../page.module.css';
import { HangUpConfirm } from './HangUpConfirm';
import { useBlocking } from './useBlocking';
import { customerOf, whoOf } from './words';

/** What can be done with whoever a call was with. */
export function CallActs({ call }: { call: Call }) {
  const { t } = useTranslation();
  const { can, membership } = useSession();
  const dialpad = useDialpad();
  const { block } = useBlocking();
  const [ending, setEnding] = useState(false);
  const number = customerOf(call);
  const live = call.endedAt === null;
  const mine = call.memberId === membership.memberId;
  const mayEnd = live && (mine ? can('calls.make') : can('calls.manage'));
  const mayBlock = call.direction === 'inbound' && callable(number) && can('calls.manage');
  return (
    <>
      {mayEnd && (
        <Button color="stop" onClick={() => setEnding(true)}>
          {t('call.hangUp')}
        </Button>
      )}
      {!live && can('calls.make') && callable(number) && (
        <Button
          leftSection={<Icon name="phone" />}
          onClick={() =>
            dialpad.open({ to: number, ...(call.contactId ? { contactId: call.contactId } : {}) })
          }
        >
          {call.direction === 'inbound' ? t('call.callBack') : t('call.callAgain')}
        </Button>
      )}
      {mayBlock && (
        <Menu position="bottom-end" width={220}>
          <Menu.Target>
            <button type="button" className={page.icon} aria-label={t('action.more')}>
              <Icon name="more" />
            </button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<Icon name="close" />} onClick={() => void block(number)}>
              {t('call.block')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
      {ending && (
        <HangUpConfirm call={call} who={whoOf(call, t)} onClose={() => setEnding(false)} />
      )}
    </>
  );
}
