import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { keys } from '../api/queries';
import type { PresenceStatus } from '../api/types';
import { fakeApi, ok, page, writes } from '../test/fakeApi';
import { member, workspace } from '../test/fixtures';
import { renderAs } from '../test/render';
import { type Phone, PhoneContext, type Readiness } from './Phone';
import { PhoneStrip } from './PhoneStrip';

const mara = member('Mara');
const seenAs = (status: PresenceStatus) => ({ ...mara, presence: { ...mara.presence, status } });

afterEach(() => vi.unstubAllGlobals());

/** @param outcomes of waking the phone, one after another */
function Holder({ outcomes }: { outcomes: Readiness[] }) {
  const [readiness, setReadiness] = useState<Readiness>({ kind: 'asleep' });
  const wake = async () => {
    setReadiness({ kind: 'starting' });
    setReadiness(outcomes.shift() ?? { kind: 'ready' });
  };
  return (
    <PhoneContext value={{ readiness, wake } as unknown as Phone}>
      <PhoneStrip />
    </PhoneContext>
  );
}

/** A page whose member others see like that. */
async function open(status: PresenceStatus, outcomes: Readiness[] = []) {
  const calls = fakeApi({
    'GET /api/members': page([seenAs(status)]),
    'PUT /api/presence': ok({ ...mara.presence, status: 'available' }),
  });
  const { queries } = await renderAs(mara, <Holder outcomes={outcomes} />);
  const members = keys.members(workspace.id);
  await waitFor(() => expect(queries.getQueryData(members)).toBeDefined());
  const learn = (now: PresenceStatus) => act(() => queries.setQueryData(members, [seenAs(now)]));
  return { calls, learn };
}

const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }));
const gone = () => waitFor(() => expect(screen.queryByRole('button')).toBeNull());

test('whoever takes calls here and was away is available', async () => {
  const { calls } = await open('away');
  await press('Take calls here');
  await waitFor(() => expect(writes(calls)).toEqual(['PUT /api/presence']));
});

test('pressed before the server knew that this page is there, it counts all the same', async () => {
  const { calls, learn } = await open('offline');
  await press('Take calls here');
  await gone();
  expect(writes(calls)).toEqual([]);
  learn('away');
  await waitFor(() => expect(writes(calls)).toEqual(['PUT /api/presence']));
});

test('whoever is busy stays so', async () => {
  const { calls, learn } = await open('offline');
  await press('Take calls here');
  await gone();
  learn('busy');
  learn('away');
  expect(writes(calls)).toEqual([]);
});

test('nobody is available where the microphone is refused, until it is not', async () => {
  const { calls } = await open('away', [{ kind: 'blocked', why: 'microphone-refused' }]);
  await press('Take calls here');
  expect(await screen.findByText(/The browser has blocked the microphone/)).toBeVisible();
  expect(writes(calls)).toEqual([]);
  await press('Try again');
  await waitFor(() => expect(writes(calls)).toEqual(['PUT /api/presence']));
});
