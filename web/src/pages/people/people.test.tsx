import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { InvitationDelivery } from '../../api/types';
import { fakeFetch, problem } from '../../test/fakeFetch';
import { member } from '../../test/fixtures';
import { renderAs } from '../../test/render';
import { InviteSheet } from './InviteSheet';
import { MemberActions } from './MemberActions';
import { MemberList } from './MemberList';

const hugo = member('Hugo', 'owner');
const anna = member('Anna', 'admin');
const mara = member('Mara', 'agent');
const READ_ONLY = ['members.read', 'presence.set'] as const;

afterEach(() => vi.unstubAllGlobals());

describe('what can be done with a member', () => {
  const open = async () => userEvent.click(await screen.findByRole('button', { name: /Actions/ }));

  test('is nothing for those who do not manage members', async () => {
    await renderAs(mara, <MemberActions member={anna} onAct={() => {}} />, READ_ONLY);
    expect(screen.queryByRole('button')).toBeNull();
  });

  test('is nothing with somebody above oneself', async () => {
    await renderAs(anna, <MemberActions member={hugo} onAct={() => {}} />);
    expect(screen.queryByRole('button')).toBeNull();
  });

  test('never includes a role above one’s own', async () => {
    await renderAs(anna, <MemberActions member={mara} onAct={() => {}} />);
    await open();
    const roles = (await screen.findAllByRole('menuitemradio')).map(
      ({ textContent }) => textContent,
    );
    expect(roles).toEqual(['Admin', 'Supervisor', 'Agent']);
    expect(screen.getByRole('menuitemradio', { checked: true })).toHaveTextContent('Agent');
  });

  test('asks before it removes', async () => {
    const onAct = vi.fn();
    await renderAs(hugo, <MemberActions member={mara} onAct={onAct} />);
    await open();
    await userEvent.click(await screen.findByRole('menuitem', { name: /Remove/ }));
    expect(onAct).toHaveBeenCalledWith({ do: 'remove', member: mara });
  });

  test('does not include removing oneself, and asks before one’s own role is lowered', async () => {
    const onAct = vi.fn();
    await renderAs(hugo, <MemberActions member={hugo} onAct={onAct} />);
    await open();
    expect(screen.queryByRole('menuitem', { name: /Remove/ })).toBeNull();
    await userEvent.click(await screen.findByRole('menuitemradio', { name: 'Agent' }));
    expect(onAct).toHaveBeenCalledWith({ do: 'own-role', member: hugo, role: 'agent' });
  });
});

describe('the list', () => {
  test('shows people with presence as a word, and axe finds nothing', async () => {
    fakeFetch({ status: 200, body: { items: [anna, hugo, mara], nextCursor: null } });
    const { container } = await renderAs(hugo, <MemberList find="" onInvite={() => {}} />);
    const row = await screen.findByRole('row', { name: /Mara/ });
    expect(row).toHaveTextContent('Away');
    const { violations } = await axe.run(container, {
      rules: { 'color-contrast': { enabled: false } },
    });
    expect(violations.map(({ id }) => id)).toEqual([]);
  });

  test('of one says what to do next, to those who may invite', async () => {
    fakeFetch({ status: 200, body: { items: [hugo], nextCursor: null } });
    const onInvite = vi.fn();
    await renderAs(hugo, <MemberList find="" onInvite={onInvite} />);
    await userEvent.click(await screen.findByRole('button', { name: 'Invite a colleague' }));
    expect(onInvite).toHaveBeenCalledOnce();
  });

  test('that could not be read says so in its place, and is read on Try again', async () => {
    fakeFetch(problem(500, 'internal'), {
      status: 200,
      body: { items: [hugo, mara], nextCursor: null },
    });
    await renderAs(hugo, <MemberList find="" onInvite={() => {}} />);
    expect(await screen.findByRole('alert')).toHaveTextContent('Something broke on the server.');
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('row', { name: /Mara/ })).toBeVisible();
  });
});

describe('inviting', () => {
  const invite = async (email: string) => {
    await userEvent.type(await screen.findByLabelText('E-mail address'), email);
    await userEvent.click(screen.getByRole('button', { name: 'Invite' }));
  };

  test('refuses what is no address without asking the server', async () => {
    const calls = fakeFetch();
    await renderAs(hugo, <InviteSheet onClose={() => {}} onDelivered={() => {}} />);
    await invite('mara');
    expect(await screen.findByText('This is not an e-mail address yet.')).toBeVisible();
    expect(screen.getByLabelText('E-mail address')).toHaveFocus();
    expect(calls).toEqual([]);
  });

  test('puts “already a member” at the address, and the sheet stays', async () => {
    fakeFetch(problem(409, 'already-member'));
    const onClose = vi.fn();
    await renderAs(hugo, <InviteSheet onClose={onClose} onDelivered={() => {}} />);
    await invite('mara@quillmere.example');
    await waitFor(() => expect(screen.getByLabelText('E-mail address')).toBeInvalid());
    expect(onClose).not.toHaveBeenCalled();
  });

  test('hands the link on when no mail was sent', async () => {
    const made: InvitationDelivery = {
      invitation: {
        id: 'i1',
        email: 'ines@quillmere.example',
        role: 'agent',
        invitedBy: 'Hugo',
        createdAt: '2026-11-20T10:00:00Z',
        expiresAt: '2026-11-27T10:00:00Z',
      },
      delivery: {
        mailed: false,
        link: 'http://localhost/invitation#token=t',
        expiresAt: '2026-11-27T10:00:00Z',
      },
    };
    const calls = fakeFetch({ status: 201, body: made });
    const onDelivered = vi.fn();
    await renderAs(hugo, <InviteSheet onClose={() => {}} onDelivered={onDelivered} />);
    await invite(' ines@quillmere.example ');
    await waitFor(() => expect(onDelivered).toHaveBeenCalledWith(made));
    expect(calls[0]?.body).toEqual({ email: 'ines@quillmere.example', role: 'agent' });
  });

  test('asks before it throws away what was typed', async () => {
    const onClose = vi.fn();
    await renderAs(hugo, <InviteSheet onClose={onClose} onDelivered={() => {}} />);
    await userEvent.type(await screen.findByLabelText('E-mail address'), 'ma');
    await userEvent.keyboard('{Escape}');
    expect(onClose).not.toHaveBeenCalled();
    await userEvent.click(await screen.findByRole('button', { name: 'Discard' }));
    await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
  });
});
