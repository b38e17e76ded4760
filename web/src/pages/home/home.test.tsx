import { screen } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { TwilioConfiguration } from '../../api/types';
import { fakeApi, ok } from '../../test/fakeApi';
import { ALL, member } from '../../test/fixtures';
import { renderAs } from '../../test/render';
import { configuration, nothing, run } from '../../test/twilio';
import { TwilioStepCard } from './TwilioStepCard';

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
});
