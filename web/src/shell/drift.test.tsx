import { screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { fakeApi, ok } from '../test/fakeApi';
import { ALL, member } from '../test/fixtures';
import { renderAs } from '../test/render';
import { check, configuration } from '../test/twilio';
import { DriftStrip } from './DriftStrip';
import { TwilioLamp } from './TwilioLamp';

const hugo = member('Hugo', 'owner');
const GET = 'GET /api/twilio/configuration';
const drifted = configuration({
  state: 'attention',
  numbers: { total: 24, connected: 23, attention: 1 },
  check: check({ state: 'drift' }),
});

afterEach(() => vi.unstubAllGlobals());

describe('the lamp', () => {
  test('is lit, with a word, while the account needs somebody', async () => {
    fakeApi({ [GET]: ok(drifted) });
    await renderAs(hugo, <TwilioLamp />);
    expect(await screen.findByRole('img', { name: 'needs you' })).toBeVisible();
  });

  test('is dark when all is well', async () => {
    const calls = fakeApi({ [GET]: ok(configuration()) });
    await renderAs(hugo, <TwilioLamp />);
    await waitFor(() => expect(calls).toHaveLength(1));
    expect(screen.queryByRole('img')).toBeNull();
  });

  test('asks nothing for those who may not know', async () => {
    const calls = fakeApi({});
    await renderAs(hugo, <TwilioLamp />, ['workspace.read']);
    expect(calls).toEqual([]);
  });
});

describe('the strip above the pages', () => {
  test('says what is the matter and leads there', async () => {
    fakeApi({ [GET]: ok(drifted) });
    await renderAs(hugo, <DriftStrip />);
    const strip = await screen.findByTestId('drift-strip');
    expect(strip).toHaveTextContent('The Twilio set-up needs you. 1 number is to be looked at.');
    expect(screen.getByRole('link', { name: 'Look' })).toHaveAttribute('href', '/settings/twilio');
  });

  test('is for those who can mend it', async () => {
    const calls = fakeApi({ [GET]: ok(drifted) });
    const reading = ALL.filter((permission) => permission !== 'twilio.manage');
    await renderAs(hugo, <DriftStrip />, reading);
    expect(screen.queryByTestId('drift-strip')).toBeNull();
    expect(calls).toEqual([]);
  });
});
