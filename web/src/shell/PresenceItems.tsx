import { Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PresenceChoice } from '../api/types';
import { useSession } from '../session/SessionContext';
import { Jack } from '../ui/Jack';
import { MenuChoice } from '../ui/MenuChoice';
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
        <MenuChoice
          key={choice}
          value={choice}
          chosen={choice === status}
          icon={<Jack state={choice} />}
          onChoose={() => choose(choice)}
        >
          {t(`presence.${choice}`)}
        </MenuChoice>
      ))}
      <Menu.Divider />
    </>
  );
}
