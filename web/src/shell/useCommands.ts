import { useMantineColorScheme } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { membersQuery } from '../api/queries';
import type { PresenceChoice } from '../api/types';
import { currentWorkspace } from '../session/currentWorkspace';
import { useSession } from '../session/SessionContext';
import { useSignOut } from '../session/useSignOut';
import type { Command } from './commands';
import { PLACES, visible } from './nav';
import { once } from './once';
import { useMyPresence } from './useMyPresence';
import { usePhoneCommands } from './usePhoneCommands';

const CHOICES: readonly PresenceChoice[] = ['available', 'busy', 'away'];

/**
 * Everything the palette and the keys can do for this person, in the order in which it is shown. Made when a key is
 * pressed, and kept until something in it changes: to name them all takes as long as to draw the sidebar.
 */
export function useCommands(showKeys: () => void): () => readonly Command[] {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { session, workspace, can } = useSession();
  const { data: members } = useQuery({
    ...membersQuery(workspace.id),
    enabled: can('members.read'),
  });
  const { status, choose } = useMyPresence();
  const { setColorScheme } = useMantineColorScheme();
  const signOut = useSignOut();

  const calling = usePhoneCommands();

  const make = useCallback((): readonly Command[] => {
    const go: Command[] = visible(PLACES, can).map((place) => ({
      id: `go ${place.to}`,
      title: t(place.title ?? place.label),
      group: 'go',
      icon: place.icon,
      letters: ['g', place.letter],
      run: () => void navigate({ to: place.to }),
    }));
    const act: Command[] = [];
    if (can('members.invite')) {
      act.push({
        id: 'invite',
        title: t('people.invite'),
        group: 'do',
        icon: 'mail',
        run: () => void navigate({ to: '/people', search: { invite: true } }),
      });
    }
    if (can('contacts.edit')) {
      act.push({
        id: 'add-contact',
        title: t('contacts.add'),
        group: 'do',
        icon: 'contacts',
        run: () => void navigate({ to: '/contacts', search: { add: 'new' } }),
      });
    }
    if (can('api-keys.manage')) {
      act.push({
        id: 'make-key',
        title: t('apiKeys.make'),
        group: 'do',
        icon: 'key',
        run: () => void navigate({ to: '/settings/api-keys', search: { make: true } }),
      });
    }
    if (can('numbers.manage')) {
      act.push({
        id: 'buy-number',
        title: t('number.buy.title'),
        group: 'do',
        icon: 'hash',
        run: () => void navigate({ to: '/settings/numbers', search: { buy: true } }),
      });
    }
    if (can('presence.set')) {
      for (const choice of CHOICES) {
        act.push({
          id: choice,
          title: t(`presence.go.${choice}`),
          group: 'do',
          icon: 'phone',
          run: () => choose(choice),
        });
      }
      act.push({
        id: 'toggle-available',
        title: t('presence.toggle'),
        group: 'do',
        icon: 'phone',
        letters: ['o'],
        run: () => choose(status === 'available' ? 'away' : 'available'),
      });
    }
    for (const scheme of ['light', 'dark', 'auto'] as const) {
      act.push({
        id: `theme ${scheme}`,
        title: t(`theme.use.${scheme}`),
        group: 'do',
        icon: 'theme',
        run: () => setColorScheme(scheme),
      });
    }
    act.push(
      {
        id: 'keys',
        title: t('keys.title'),
        group: 'do',
        icon: 'keyboard',
        letters: ['?'],
        run: showKeys,
      },
      { id: 'sign-out', title: t('session.signOut'), group: 'do', icon: 'leave', run: signOut },
    );
    const workspaces: Command[] = session.memberships
      .filter((other) => other.workspace.id !== workspace.id)
      .map((other) => ({
        id: `workspace ${other.workspace.id}`,
        title: other.workspace.name,
        also: t('palette.workspaces'),
        group: 'workspaces',
        icon: 'upDown',
        run: () => currentWorkspace.choose(other.workspace.id),
      }));
    const people: Command[] = (members ?? []).map((member) => ({
      id: `member ${member.id}`,
      title: member.name,
      also: member.email,
      group: 'people',
      icon: 'person',
      run: () => void navigate({ to: '/people', search: { find: member.name } }),
    }));
    return [...go, ...calling(), ...act, ...workspaces, ...people];
  }, [
    t,
    navigate,
    session,
    workspace,
    can,
    members,
    status,
    choose,
    setColorScheme,
    signOut,
    showKeys,
    calling,
  ]);
  return useMemo(() => once(make), [make]);
}
