import { Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PresenceChoice } from '../api/types';
import { useSession } from '../session/SessionContext';
import { Icon } from '../ui/Icon';
import { Jack } from '../ui/Jack';
import { useMyPresence } from './useMyPresence';

const CHOICES: readonly PresenceChoice[] = ['available', 'busy', 'away'];

/** The part of a menu in which I say whether I take calls. */
export function PresenceItems() {
  const { t } = useTranslation();
  const { can } = useSession();
  const { status, choose } = useMyPresence();
  if (!can('presence.set')) return null;
  return (
    <>
      {CHOICES.map((choice) => (
        <Menu.Item
          key={choice}
          role="menuitemradio"
          aria-checked={choice === status}
          leftSection={<Jack state={choice} />}
          rightSection={choice === status && <Icon name="check" size={14} />}
          onClick={() => choose(choice)}
        >
          {t(`presence.${choice}`)}
        </Menu.Item>
      ))}
      <Menu.Divider />
    </>
  );
}
