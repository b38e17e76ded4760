import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { TwilioConfiguration, WorkspaceNumber } from '../../api/types';
import { type ApiCall, fakeApi, ok, page, writes } from '../../test/fakeApi';
import { problem } from '../../test/fakeFetch';
import { ALL, member } from '../../test/fixtures';
import { renderAs } from '../../test/render';
import { withRoom } from '../../test/room';
import { AUTH_TOKEN, check, configuration, drifted, number, run } from '../../test/twilio';
import { ConnectionTab } from './ConnectionTab';
import { TwilioMenu } from './TwilioMenu';

const hugo = member('Hugo', 'owner');
const sofie = member('Sofie', 'supervisor');
const READING = ['twilio.read', 'numbers.read'] as const;
const REPAIR = 'POST /api/twilio/repair';

const drift = check({
  state: 'drift',
  differences: [
    {
      subject: 'number',
      numberId: 'number-17',
      phoneNumber: '+14155550117',
      aspect: 'app',
      wanted: 'AP3c',
      found: 'https://ivr-old.quillmere.example/voice.xml',
    },
  ],
});
const needing = configuration({
  state: 'attention',
  numbers: { total: 2, connected: 1, attention: 1 },
  check: drift,
});

withRoom();
afterEach(() => vi.unstubAllGlobals());

async function show(
  numbers: readonly WorkspaceNumber[],
  {
    as = hugo,
    permissions = ALL,
    state = needing,
    routes = {},
  }: {
    as?: typeof hugo;
    permissions?: readonly (typeof ALL)[number][];
    state?: TwilioConfiguration;
    routes?: Parameters<typeof fakeApi>[0];
  } = {},
) {
  const calls = fakeApi({
    'GET /api/numbers': page(numbers),
    [REPAIR]: { status: 202, body: run({ kind: 'repair' }) },
    ...routes,
  });
  const tab = <ConnectionTab configuration={state} frame={document.body} />;
  return { calls, ...(await renderAs(as, tab, permissions)) };
}

const row = (name: RegExp) => screen.findByRole('row', { name });
const bodyOf = (calls: readonly ApiCall[], method: string) =>
  calls.find((call) => call.method === method)?.body;

describe('the numbers', () => {
  test('that were changed at Twilio stand open, with theirs and ours; axe finds nothing', async () => {
    const { container } = await show([number(1), drifted(17)]);
    const changed = await row(/0117/);
    expect(changed).toHaveTextContent('Changed outside');
    expect(changed).toHaveTextContent('Somebody changed this number at Twilio');
    expect(changed).toHaveTextContent('nowhttps://ivr-old.quillmere.example/voice.xml');
    expect(changed).toHaveTextContent('oursAP3c');
    expect(await row(/0101/)).toHaveTextContent('Voice Connected');
    const { violations } = await axe.run(container, {
      rules: { 'color-contrast': { enabled: false } },
    });
    expect(violations.map(({ id }) => id)).toEqual([]);
  });

  test('are folded when many need somebody, and open by their button', async () => {
    const many = configuration({ numbers: { total: 2, connected: 0, attention: 24 } });
    await show([drifted(17)], { state: many });
    const open = await screen.findByRole('button', { name: 'Details of +1 415 555 0117' });
    expect(open).toHaveAttribute('aria-expanded', 'false');
    await userEvent.click(open);
    expect(await row(/0117/)).toHaveTextContent('Somebody changed this number');
  });

  test('are repaired one by one: only the chosen one is sent', async () => {
    const { calls } = await show([number(1), drifted(17)]);
    await userEvent.click(within(await row(/0117/)).getByRole('button', { name: 'Repair' }));
    await waitFor(() => expect(writes(calls)).toEqual([REPAIR]));
    expect(bodyOf(calls, 'POST')).toEqual({ numberIds: ['number-17'], takeOver: false });
  });

  test('are repaired all by one button that says how many', async () => {
    const { calls } = await show([drifted(17)]);
    await userEvent.click(await screen.findByRole('button', { name: 'Repair 1 number' }));
    await waitFor(() => expect(writes(calls)).toEqual([REPAIR]));
    expect(bodyOf(calls, 'POST')).toEqual({});
  });

  test('that are no longer at Twilio are named, and there is nothing to repair', async () => {
    const gone = check({
      state: 'drift',
      differences: [
        {
          subject: 'number',
          numberId: 'number-17',
          phoneNumber: '+14155550117',
          aspect: 'released',
          wanted: null,
          found: null,
        },
      ],
    });
    await show([number(1)], { state: configuration({ state: 'attention', check: gone }) });
    expect(
      await screen.findByText('+1 415 555 0117 is no longer on your account at Twilio.'),
    ).toBeVisible();
    expect(screen.queryByRole('button', { name: /Repair/ })).not.toBeInTheDocument();
  });

  test('can be left to others, and are then no longer watched', async () => {
    const { calls } = await show([drifted(17)], {
      routes: { 'PATCH /api/numbers/number-17': ok(number(17, { connection: 'left' })) },
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Keep theirs and stop watching' }),
    );
    expect(await row(/0117/)).toHaveTextContent('Left to others');
    expect(bodyOf(calls, 'PATCH')).toEqual({ managed: false });
  });

  test('that were left are wanted back, and repaired', async () => {
    const { calls } = await show([number(17, { connection: 'left' })], {
      routes: { 'PATCH /api/numbers/number-17': ok(drifted(17)) },
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Connect again' }));
    await waitFor(() => expect(writes(calls)).toEqual(['PATCH /api/numbers/number-17', REPAIR]));
    expect(bodyOf(calls, 'PATCH')).toEqual({ managed: true });
    expect(bodyOf(calls, 'POST')).toMatchObject({ numberIds: ['number-17'] });
  });

  test('of another tool are taken over only after a second thought', async () => {
    const { calls } = await show([number(5, { connection: 'asks', heldBy: 'TK0001' })]);
    await userEvent.click(await screen.findByRole('button', { name: 'Take over…' }));
    const sheet = await screen.findByRole('dialog', { name: 'Take over +1 415 555 0105?' });
    expect(sheet).toHaveTextContent('no longer go to the SIP trunk');
    expect(writes(calls)).toEqual([]);
    await userEvent.click(within(sheet).getByRole('button', { name: 'Take over +1 415 555 0105' }));
    await waitFor(() => expect(writes(calls)).toEqual([REPAIR]));
    expect(bodyOf(calls, 'POST')).toEqual({ numberIds: ['number-5'], takeOver: true });
  });

  test('that failed say why, with Twilio’s code under Details', async () => {
    const detail = 'Its address is not registered at Twilio.';
    await show([
      number(8, {
        connection: 'failed',
        problem: {
          type: 'urn:patchbay:problem:twilio-refused',
          title: 'Refused',
          detail,
          twilioCode: 21631,
        },
      }),
    ]);
    const failed = await row(/0108/);
    expect(failed).toHaveTextContent(detail);
    expect(within(failed).getByText(/21631/).tagName).toBe('DETAILS');
    expect(within(failed).getByRole('button', { name: 'Try again' })).toBeVisible();
  });

  test('that need somebody can be shown alone', async () => {
    const { calls } = await show([number(1), drifted(17)]);
    await userEvent.click(await screen.findByRole('radio', { name: 'Needs you' }));
    await waitFor(() => expect(calls.map(({ query }) => query.get('attention'))).toContain('true'));
  });

  test('of thousands are read page by page', async () => {
    const first = Array.from({ length: 8 }, (_, n) => number(n));
    const { calls } = await show([], {
      routes: {
        'GET /api/numbers': ({ query }) =>
          query.get('cursor') === 'c1' ? page([number(8)]) : page(first, 'c1'),
      },
    });
    expect(await row(/0108/)).toBeVisible();
    expect(calls.map(({ query }) => query.get('cursor'))).toEqual([null, 'c1']);
  });

  test('are seen by a supervisor, who can do nothing to them', async () => {
    await show([drifted(17), number(5, { connection: 'asks' })], {
      as: sofie,
      permissions: READING,
    });
    expect(await row(/0117/)).toHaveTextContent('Changed outside');
    const names = screen.getAllByRole('button').map((one) => one.getAttribute('aria-label'));
    expect(names).toEqual(['Details of +1 415 555 0117', 'Details of +1 415 555 0105']);
  });

  test('a refused repair says so, and everything stays', async () => {
    await show([drifted(17)], { routes: { [REPAIR]: problem(409, 'twilio-busy') } });
    await userEvent.click(within(await row(/0117/)).getByRole('button', { name: 'Repair' }));
    expect(await row(/0117/)).toHaveTextContent('Changed outside');
  });
});

describe('the menu', () => {
  const open = async (state = configuration()) => {
    const calls = fakeApi({
      'GET /api/twilio/configuration': ok(state),
      'POST /api/twilio/clear-configuration': { status: 202, body: run({ kind: 'clear' }) },
      'POST /api/twilio/rotate-token': ok(state),
      'PUT /api/twilio/auth-token': ok(state),
      'POST /api/twilio/configure-from-credentials': { status: 202, body: run() },
    });
    await renderAs(hugo, <TwilioMenu configuration={state} />);
    await userEvent.click(await screen.findByRole('button', { name: /More about/ }));
    return calls;
  };
  const choose = async (name: RegExp) =>
    userEvent.click(await screen.findByRole('menuitem', { name }));

  test('clears only after listing what goes and what stays', async () => {
    const calls = await open();
    await choose(/Clear/);
    const sheet = await screen.findByRole('dialog', { name: 'Clear the Twilio set-up?' });
    expect(
      within(sheet)
        .getAllByRole('listitem')
        .map((one) => one.textContent),
    ).toEqual([
      'the TwiML app AP3c…77f1',
      'one API key, SK81…4d0e',
      'the addresses of 24 numbers, which get back what they had',
      'the Account SID and Auth Token kept here',
    ]);
    expect(sheet).toHaveTextContent('Calls and texts stay');
    expect(writes(calls)).toEqual([]);
    await userEvent.click(within(sheet).getByRole('button', { name: 'Clear set-up' }));
    await waitFor(() => expect(writes(calls)).toEqual(['POST /api/twilio/clear-configuration']));
  });

  test('rotates the token only after saying what stops', async () => {
    const calls = await open();
    await choose(/Rotate/);
    const sheet = await screen.findByRole('dialog');
    expect(sheet).toHaveTextContent('Everything else that uses the old token stops working');
    await userEvent.click(within(sheet).getByRole('button', { name: 'Rotate the Auth Token' }));
    await waitFor(() => expect(writes(calls)).toEqual(['POST /api/twilio/rotate-token']));
  });

  test('replaces the token, checked before it is sent', async () => {
    const calls = await open();
    await choose(/Replace/);
    const token = await screen.findByLabelText('Auth Token');
    await userEvent.type(token, AUTH_TOKEN.slice(2));
    await userEvent.click(screen.getByRole('button', { name: 'Replace' }));
    expect(await screen.findByText(/yours has 30/)).toBeVisible();
    expect(writes(calls)).toEqual([]);
    await userEvent.type(token, '42');
    await userEvent.click(screen.getByRole('button', { name: 'Replace' }));
    await waitFor(() => expect(writes(calls)).toEqual(['PUT /api/twilio/auth-token']));
  });

  test('configures again with what is kept', async () => {
    const calls = await open();
    await choose(/Configure again/);
    await waitFor(() =>
      expect(writes(calls)).toEqual(['POST /api/twilio/configure-from-credentials']),
    );
  });
});
