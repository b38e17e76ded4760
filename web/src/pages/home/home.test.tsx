import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { TwilioConfiguration } from '../../api/types';
import { callOf } from '../../test/contacts';
import { fakeApi, ok, page } from '../../test/fakeApi';
import { ALL, member } from '../../test/fixtures';
import { renderAs } from '../../test/render';
import { configuration, nothing, number, run } from '../../test/twilio';
import { TestCallStep } from './TestCallStep';
import { TodayCard } from './TodayCard';
import { TwilioStepCard } from './TwilioStepCard';
import { WhoAnswersStep } from './WhoAnswersStep';

const hugo = member('Hugo', 'owner');
const none = { total: 0, connected: 0, attention: 0 };

afterEach(() => vi.unstubAllGlobals());

describe('the step of the phones', () => {
  const told = async (state: TwilioConfiguration, permissions = ALL) => {
    fakeApi({ 'GET /api/twilio/configuration': ok(state) });
    await renderAs(hugo, <TwilioStepCard />, permissions);
  };
  const link = (name: string) => screen.findByRole('link', { name });

  test('is next while nothing is connected, and leads there', async () => {
    await told(nothing());
    expect(await link('Connect Twilio')).toHaveAttribute('href', '/settings/twilio');
    expect(screen.getByRole('listitem')).toHaveAttribute('aria-current', 'step');
  });

  test('begins with practice phones at once, where there is a simulator', async () => {
    const calls = fakeApi({
      'GET /api/twilio/configuration': ok(nothing()),
      'POST /api/twilio/configure-from-credentials': ok(run()),
    });
    await renderAs(hugo, <TwilioStepCard />);
    await userEvent.click(await screen.findByRole('button', { name: 'Use practice phones' }));
    await waitFor(() =>
      expect(calls.find(({ method }) => method !== 'GET')?.body).toEqual({
        environment: 'simulator',
      }),
    );
  });

  test('says that it is under way', async () => {
    await told(configuration({ state: 'working', run: run() }));
    expect(await link('See the steps')).toBeVisible();
  });

  test('is done with practice numbers, and offers an account of one’s own', async () => {
    await told(configuration({ environment: 'simulator' }));
    expect(await screen.findByText(/24 practice numbers/)).toBeVisible();
    expect(screen.getByRole('img', { name: 'Done' })).toBeVisible();
    expect(await link('Use your own Twilio account')).toBeVisible();
  });

  test('of an account without numbers leads to buying one', async () => {
    await told(configuration({ numbers: none }));
    expect(await link('Buy a number')).toHaveAttribute('href', '/settings/numbers?buy=true');
  });

  test('says where something needs somebody', async () => {
    await told(configuration({ state: 'attention' }));
    expect(await link('Something there needs you.')).toBeVisible();
  });

  test('tells those who may not see it who can connect it, and asks nothing', async () => {
    const calls = fakeApi({});
    await renderAs(hugo, <TwilioStepCard />, ['workspace.read']);
    expect(await screen.findByText('An owner or admin connects it.')).toBeVisible();
    expect(calls).toEqual([]);
  });

  test('tells those who may not see it that it is done', async () => {
    await renderAs(hugo, <TwilioStepCard connected />, ['workspace.read']);
    expect(await screen.findByText('An owner or admin has connected them.')).toBeVisible();
    expect(screen.getByRole('img', { name: 'Done' })).toBeVisible();
  });
});

describe('the step of who answers', () => {
  const mara = member('Mara');
  const told = (over: Parameters<typeof number>[1]) =>
    renderAs(hugo, <WhoAnswersStep number={number(1, over)} members={[hugo, mara]} state="done" />);

  test('says that it is everybody until somebody chooses', async () => {
    await told({});
    expect(await screen.findByText(/the desk of everybody who is available rings/)).toBeVisible();
    expect(screen.getByRole('link', { name: 'Choose others' })).toBeVisible();
  });

  test('names those who were chosen', async () => {
    await told({ memberIds: [mara.id] });
    expect(await screen.findByText(/Mara: whose desks ring/)).toBeVisible();
  });

  test('says where calls go on to', async () => {
    await told({ forwardTo: '+442079460018' });
    expect(await screen.findByText(/go on to \+44 20 7946 0018/)).toBeVisible();
  });
});

describe('the step of the test call', () => {
  const phonesUrl = 'http://localhost:8090/phones';
  const told = (state: 'now' | 'done', any = { last: null, live: false } as object) =>
    renderAs(hugo, <TestCallStep number={number(1)} any={any as never} state={state} />);
  const routes = (status: string) => ({
    'GET /api/instance': ok({ name: 'Patchbay', simulator: { phonesUrl } }),
    'GET /api/twilio/configuration': ok(configuration({ environment: 'simulator' })),
    'GET /api/members': page([
      { ...hugo, presence: { memberId: hugo.id, status, since: '2026-11-20T10:00:00Z' } },
    ]),
    'PUT /api/presence': ok({
      memberId: hugo.id,
      status: 'available',
      since: '2026-11-20T10:01:00Z',
    }),
  });

  test('begins with going available, and goes on with a practice phone', async () => {
    const calls = fakeApi(routes('away'));
    await told('now');
    await userEvent.click(await screen.findByRole('button', { name: 'Go available' }));
    expect(await screen.findByText(/Call \+1 415 555 0101 from a practice phone/)).toBeVisible();
    expect(screen.getByRole('link', { name: 'Open the phones page' })).toHaveAttribute(
      'href',
      `${phonesUrl}?dial=%2B14155550101`,
    );
    expect(calls.find(({ method }) => method === 'PUT')?.body).toEqual({ status: 'available' });
  });

  test('leads those who may not look at the account to the phones page, too', async () => {
    fakeApi(routes('available'));
    await renderAs(
      hugo,
      <TestCallStep number={number(1)} any={{ last: null, live: false } as never} state="now" />,
      ['members.read', 'presence.set'],
    );
    expect(await screen.findByText('Call +1 415 555 0101 and answer here.')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Open the phones page' })).toBeVisible();
  });

  test('says that it rings', async () => {
    fakeApi(routes('available'));
    await told('now', { last: null, live: true });
    expect(await screen.findByText(/Answer it in the phone/)).toBeVisible();
  });

  test('done, leads to the call', async () => {
    fakeApi({});
    await told('done', { last: callOf(7), live: false });
    expect(await screen.findByRole('link', { name: 'Look at the latest call' })).toHaveAttribute(
      'href',
      '/calls/call-7',
    );
  });
});

test('today is counted by the server, from midnight here', async () => {
  const totals: Record<string, number> = { answered: 12, missed: 3, abandoned: 1, voicemail: 0 };
  const calls = fakeApi({
    'GET /api/calls': ({ query }) =>
      ok({ items: [], nextCursor: null, total: totals[query.get('outcome') ?? ''] ?? 0 }),
  });
  await renderAs(hugo, <TodayCard />);
  await waitFor(() =>
    expect(screen.getAllByRole('link').map(({ textContent }) => textContent)).toEqual([
      '12answered',
      '3missed',
      '1hung up waiting',
      '0on voicemail',
    ]),
  );
  const counted = calls.filter(({ query }) => query.get('outcome'));
  expect(counted.every(({ query }) => query.get('limit') === '1')).toBe(true);
  expect(new Date(counted[0]?.query.get('since') ?? '').getHours()).toBe(0);
});
