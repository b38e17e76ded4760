import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { fakeApi, ok, page, writes } from '../../test/fakeApi';
import { problem } from '../../test/fakeFetch';
import { member } from '../../test/fixtures';
import { renderAs } from '../../test/render';
import { withRoom } from '../../test/room';
import { ACCOUNT_SID, AUTH_TOKEN, configuration, nothing, run, step } from '../../test/twilio';
import { ConnectionTab } from './ConnectionTab';
import { useTwilio } from './useTwilio';

const hugo = member('Hugo', 'owner');
const sofie = member('Sofie', 'supervisor');
const CONFIGURE = 'POST /api/twilio/configure-from-credentials';
const GET = 'GET /api/twilio/configuration';

withRoom();
afterEach(() => vi.unstubAllGlobals());

/** The page's first tab, with what the server says of the account. */
function Tab() {
  const { data } = useTwilio();
  return data ? <ConnectionTab configuration={data} frame={document.body} /> : null;
}

const button = (name: RegExp | string) => screen.findByRole('button', { name });

describe('before anything is connected', () => {
  test('it says what will happen, and axe finds nothing', async () => {
    fakeApi({ [GET]: ok(nothing()) });
    const { container } = await renderAs(hugo, <Tab />);
    expect(await screen.findByText(/makes one API key and one TwiML app/)).toHaveTextContent(
      'Clear gives each number back what it had',
    );
    const { violations } = await axe.run(container, {
      rules: { 'color-contrast': { enabled: false } },
    });
    expect(violations.map(({ id }) => id)).toEqual([]);
  });

  test('half-pasted credentials stay here, with the focus at the first', async () => {
    const calls = fakeApi({ [GET]: ok(nothing()) });
    await renderAs(hugo, <Tab />);
    await userEvent.type(await screen.findByLabelText('Account SID'), ACCOUNT_SID);
    await userEvent.type(screen.getByLabelText('Auth Token'), AUTH_TOKEN.slice(1));
    await userEvent.click(await button('Save and connect'));
    expect(await screen.findByText(/has 32 characters and yours has 31/)).toBeVisible();
    expect(screen.getByLabelText('Auth Token')).toHaveFocus();
    expect(writes(calls)).toEqual([]);
  });

  test('whole ones are sent without the blanks that came along, and the steps appear', async () => {
    const begun = run({ steps: [step('credentials', { state: 'running' }), step('saving')] });
    let state = nothing();
    const calls = fakeApi({
      [GET]: () => ok(state),
      [CONFIGURE]: () => {
        state = configuration({ state: 'working', run: begun });
        return { status: 202, body: begun };
      },
      'GET /api/numbers': page([]),
    });
    await renderAs(hugo, <Tab />);
    await userEvent.type(await screen.findByLabelText('Account SID'), ` ${ACCOUNT_SID} `);
    await userEvent.type(screen.getByLabelText('Auth Token'), `${AUTH_TOKEN} `);
    await userEvent.click(await button('Save and connect'));
    expect(await screen.findByRole('heading', { name: 'Connecting your account' })).toBeVisible();
    expect(screen.queryByLabelText('Auth Token')).toBeNull();
    expect(calls.find(({ method }) => method === 'POST')?.body).toEqual({
      environment: 'twilio',
      accountSid: ACCOUNT_SID,
      authToken: AUTH_TOKEN,
    });
  });

  test('what Twilio refuses stands above the form in the server’s words', async () => {
    fakeApi({ [GET]: ok(nothing()), [CONFIGURE]: problem(422, 'twilio-credentials') });
    await renderAs(hugo, <Tab />);
    await userEvent.type(await screen.findByLabelText('Account SID'), ACCOUNT_SID);
    await userEvent.type(screen.getByLabelText('Auth Token'), AUTH_TOKEN);
    await userEvent.click(await button('Save and connect'));
    expect(await screen.findByText('The server says twilio-credentials.')).toBeVisible();
    expect(screen.getByLabelText('Account SID')).toHaveValue(ACCOUNT_SID);
  });

  test('practice phones take one press and no credentials', async () => {
    const calls = fakeApi({ [GET]: ok(nothing()), [CONFIGURE]: { status: 202, body: run() } });
    await renderAs(hugo, <Tab />);
    await userEvent.click(await screen.findByRole('radio', { name: 'Practice phones' }));
    await userEvent.click(await button('Use practice phones'));
    await waitFor(() => expect(writes(calls)).toEqual([CONFIGURE]));
    expect(calls.find(({ method }) => method === 'POST')?.body).toEqual({
      environment: 'simulator',
    });
  });

  test('without a public address it says what has to be set first', async () => {
    const offers = { twilio: false, simulator: false, practiceAccount: false };
    fakeApi({ [GET]: ok(nothing({ offers })) });
    await renderAs(hugo, <Tab />);
    expect(await screen.findByText(/PATCHBAY_PUBLIC_URL/)).toBeVisible();
    expect(screen.queryByLabelText('Auth Token')).toBeNull();
  });

  test('a supervisor is told who can connect it, and gets no form', async () => {
    fakeApi({ [GET]: ok(nothing()) });
    await renderAs(sofie, <Tab />, ['twilio.read', 'numbers.read']);
    expect(await screen.findByText(/An owner or admin can connect/)).toBeVisible();
    expect(screen.queryByRole('textbox')).toBeNull();
  });
});

describe('while something is done', () => {
  const running = run({
    baseUrlBefore: 'https://phones.quillmere.example',
    steps: [
      step('credentials', {
        state: 'done',
        startedAt: '2026-11-20T10:41:06.000Z',
        endedAt: '2026-11-20T10:41:06.400Z',
      }),
      step('numbers', {
        state: 'running',
        current: '+14155550149',
        done: 12,
        failed: 1,
        asking: 1,
        total: 24,
      }),
      step('verify'),
    ],
  });
  const routes = {
    [GET]: ok(configuration({ state: 'working', run: running })),
    'GET /api/numbers': page([]),
  };

  test('each step tells its state, its outcome and its time', async () => {
    fakeApi(routes);
    await renderAs(hugo, <Tab />);
    const [credentials, numbers, verify] = await screen.findAllByRole('listitem');
    expect(credentials).toHaveTextContent('0.4 s');
    expect(credentials).toHaveTextContent('Active account, full rights');
    expect(numbers).toHaveAttribute('aria-current', 'step');
    expect(numbers).toHaveTextContent('14 of 24');
    expect(numbers).toHaveTextContent('Now +1 415 555 0149');
    expect(screen.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '14');
    expect(verify).toHaveTextContent('Reads every number back');
    expect(screen.getByText('12 connected · 2 need you · 10 to go')).toBeVisible();
  });

  test('it says from which address to which, and who began', async () => {
    fakeApi(routes);
    await renderAs(hugo, <Tab />);
    expect(await screen.findByText('https://phones.quillmere.example')).toBeVisible();
    expect(screen.getByText('https://desk.quillmere.example')).toBeVisible();
    expect(screen.getByText(/^Hugo Bennett, /)).toBeVisible();
  });

  test('it can be stopped after the number that it is at', async () => {
    const calls = fakeApi({ ...routes, 'POST /api/twilio/stop': { status: 204 } });
    await renderAs(hugo, <Tab />);
    await userEvent.click(await button('Stop after this number'));
    expect(await button('It stops after this number')).toBeDisabled();
    expect(writes(calls)).toEqual(['POST /api/twilio/stop']);
  });

  test('a supervisor sees the steps and can not stop them', async () => {
    fakeApi(routes);
    await renderAs(sofie, <Tab />, ['twilio.read', 'numbers.read']);
    await screen.findByRole('progressbar');
    expect(screen.queryByRole('button')).toBeNull();
  });

  test('whoever saw it run sees how it ended, until they close it', async () => {
    let state = configuration({ state: 'working', run: running });
    fakeApi({ ...routes, [GET]: () => ok(state) });
    const { queries } = await renderAs(hugo, <Tab />);
    await screen.findByRole('progressbar');
    const ended = { ...running, state: 'done' as const, steps: [step('numbers', { done: 24 })] };
    state = configuration({ run: ended });
    await queries.invalidateQueries();
    expect(await screen.findByRole('heading', { name: '24 numbers are connected' })).toBeVisible();
    await userEvent.click(await button('Done'));
    expect(screen.queryByRole('heading', { name: '24 numbers are connected' })).toBeNull();
    expect(screen.getByRole('heading', { name: 'Everything is connected' })).toBeVisible();
  });

  test('one that failed says at which step and why, and can go on', async () => {
    const detail = 'Twilio did not answer for a minute.';
    const failed = run({
      state: 'failed',
      steps: [
        step('app', {
          state: 'failed',
          problem: {
            type: 'urn:patchbay:problem:twilio-unavailable',
            title: 'Unavailable',
            detail,
            twilioCode: null,
          },
        }),
      ],
    });
    const calls = fakeApi({
      ...routes,
      [GET]: ok(configuration({ state: 'attention', run: failed })),
      [CONFIGURE]: { status: 202, body: run({ id: 'run-2' }) },
    });
    await renderAs(hugo, <Tab />);
    expect(await screen.findByText(detail)).toBeVisible();
    await userEvent.click(await button('Go on'));
    await waitFor(() => expect(writes(calls)).toEqual([CONFIGURE]));
    expect(calls.find(({ method }) => method === 'POST')?.body).toEqual({});
  });
});

test('a run that failed is no news once a later check found all as it should be', async () => {
  const failed = run({ state: 'failed', steps: [step('verify', { state: 'failed' })] });
  fakeApi({ [GET]: ok(configuration({ run: failed })), 'GET /api/numbers': page([]) });
  await renderAs(hugo, <Tab />);
  expect(await screen.findByRole('heading', { name: 'Everything is connected' })).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Go on' })).toBeNull();
});

test('after clearing it says what could not be undone at Twilio', async () => {
  const cleared = run({
    kind: 'clear',
    state: 'done',
    leftovers: [
      { kind: 'number', name: '+14155550117' },
      { kind: 'app', name: 'AP3c' },
    ],
  });
  fakeApi({ [GET]: ok(nothing({ run: cleared })) });
  await renderAs(hugo, <Tab />);
  expect(await screen.findByText("+1 415 555 0117 still has this desk's addresses")).toBeVisible();
  expect(screen.getByText('TwiML app AP3c')).toBeVisible();
  expect(screen.getByLabelText('Account SID')).toBeVisible();
});
