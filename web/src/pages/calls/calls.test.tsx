import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Call, CallViewFilter } from '../../api/types';
import { applyEvent } from '../../realtime/applyEvent';
import { call } from '../../test/calls';
import { fakeApi, ok, writes } from '../../test/fakeApi';
import { member, workspace } from '../../test/fixtures';
import { renderAs } from '../../test/render';
import { withRoom } from '../../test/room';
import { Toaster } from '../../ui/Toaster';
import { CallList } from './CallList';
import { RecordingPlayer } from './RecordingPlayer';
import { SavedViews } from './SavedViews';
import { useCalls } from './useCalls';

const mara = member('Mara');
const EMPTY = { status: 200, body: { items: [], nextCursor: null } };
const BASE = { 'GET /api/numbers': EMPTY, 'GET /api/members': EMPTY };
withRoom();
afterEach(() => vi.unstubAllGlobals());

function History() {
  const { calls, total } = useCalls({});
  if (!calls) return null;
  return (
    <CallList
      calls={calls}
      total={total}
      filter={{ days: 7 }}
      more={false}
      loading={false}
      failed={undefined}
      onMore={() => {}}
    />
  );
}

describe('the history', () => {
  function server(all: Call[]) {
    return fakeApi({
      ...BASE,
      'GET /api/calls': () => ok({ items: [...all], nextCursor: null, total: all.length }),
    });
  }
  const arrives = (queries: Parameters<typeof applyEvent>[0], all: Call[], one: Call) => {
    all.unshift(one);
    act(() => applyEvent(queries, workspace.id, { seq: 1, type: 'call.ended', data: one }));
  };

  test('stands day by day, and each call leads to itself with the filter kept', async () => {
    server([call(2), call(1)]);
    await renderAs(mara, <History />);
    const link = await screen.findByRole('link', { name: 'Caller 2' });
    expect(link.getAttribute('href')).toBe('/calls/call-002?days=7');
    expect(screen.getByText(/2 calls/)).toBeVisible();
  });

  test('takes a new call in by itself at the top', async () => {
    const all = [call(1)];
    server(all);
    const { queries } = await renderAs(mara, <History />);
    await screen.findByRole('link', { name: 'Caller 1' });
    arrives(queries, all, call(2));
    expect(await screen.findByRole('link', { name: 'Caller 2' })).toBeVisible();
  });

  test('moves nothing while somebody reads further down: a new call waits behind a button', async () => {
    const all = [call(1)];
    server(all);
    const { queries } = await renderAs(mara, <History />);
    await screen.findByRole('link', { name: 'Caller 1' });
    const frame = screen.getByRole('region', { name: 'Call history' });
    Object.defineProperty(frame, 'scrollTop', { value: 400, writable: true });
    frame.scrollTo = () => {};
    act(() => void frame.dispatchEvent(new Event('scroll')));
    arrives(queries, all, call(2));
    const pill = await screen.findByRole('button', { name: '1 new call' });
    expect(screen.queryByRole('link', { name: 'Caller 2' })).toBeNull();
    await userEvent.click(pill);
    expect(await screen.findByRole('link', { name: 'Caller 2' })).toBeVisible();
  });
});

describe('saved views', () => {
  const filter: CallViewFilter = { outcome: 'missed', days: 1 };
  const view = { id: 'v1', name: 'Missed today', filter };

  test('are opened, and deleted with a way back', async () => {
    const calls = fakeApi({
      'GET /api/call-views': ok([view]),
      'DELETE /api/call-views/v1': { status: 204 },
      'POST /api/call-views': ok({ ...view, id: 'v2' }),
    });
    await renderAs(
      mara,
      <>
        <SavedViews filter={filter} onOpen={() => {}} />
        <Toaster />
      </>,
    );
    const menu = await screen.findByRole('button', { name: 'Missed today' });
    await userEvent.click(menu);
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Delete “Missed today”' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() =>
      expect(writes(calls)).toEqual(['DELETE /api/call-views/v1', 'POST /api/call-views']),
    );
    expect(calls.at(-1)?.body).toEqual({ name: 'Missed today', filter });
  });

  test('are made of the filter that is set, under a name', async () => {
    const calls = fakeApi({
      'GET /api/call-views': ok([]),
      'POST /api/call-views': ok({ id: 'v3', name: 'Mine', filter }),
    });
    await renderAs(mara, <SavedViews filter={filter} onOpen={() => {}} />);
    await userEvent.click(await screen.findByRole('button', { name: 'Views' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Save as a view' }));
    await userEvent.type(await screen.findByRole('textbox', { name: 'Name' }), 'Mine');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(calls.at(-1)?.body).toEqual({ name: 'Mine', filter }));
  });
});

const fake = vi.hoisted(() => ({ made: [] as Record<string, unknown>[], toggled: 0 }));
vi.mock('wavesurfer.js', () => ({
  default: {
    create: (options: Record<string, unknown>) => {
      fake.made.push(options);
      const listeners: Record<string, (value: number) => void> = {};
      queueMicrotask(() => listeners.ready?.(61));
      return {
        on: (name: string, listener: (value: number) => void) => {
          listeners[name] = listener;
        },
        play: async () => listeners.play?.(0),
        playPause: async () => {
          fake.toggled += 1;
          listeners.pause?.(0);
        },
        setPlaybackRate: () => {},
        destroy: () => {},
      };
    },
  },
}));

describe('the player', () => {
  const recording = {
    id: 'r1',
    status: 'completed',
    source: 'Conference',
    channels: 2,
    durationSeconds: 61,
    startedAt: null,
    createdAt: '2026-11-20T10:00:00Z',
  } as const;

  test('reads nothing before it is asked to play; Space plays and pauses', async () => {
    fakeApi({});
    await renderAs(mara, <RecordingPlayer recording={recording} first onDeleted={() => {}} />);
    await screen.findByRole('button', { name: 'Play' });
    expect(fake.made).toEqual([]); // to have listened is noted in the audit log
    await userEvent.keyboard(' ');
    expect(await screen.findByRole('button', { name: 'Pause' })).toBeVisible();
    expect(fake.made[0]?.url).toBe(`/api/recordings/r1/media?workspace=${workspace.id}`);
    await userEvent.keyboard(' ');
    await waitFor(() => expect(fake.toggled).toBe(1));
    expect(await screen.findByRole('button', { name: 'Play' })).toBeVisible();
  });

  test('a long recording says that it has no waveform', async () => {
    await renderAs(
      mara,
      <RecordingPlayer
        recording={{ ...recording, durationSeconds: 1801, channels: 2 }}
        first
        onDeleted={() => {}}
      />,
    );
    expect(await screen.findByText(/without its waveform/)).toBeVisible();
    expect(screen.queryByText('Customer')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Play' }));
    await screen.findByRole('button', { name: 'Pause' });
    expect(fake.made.at(-1)).toMatchObject({ duration: 1801, peaks: [[0, 0]] });
  });
});
