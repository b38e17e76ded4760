import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { UnreachableError } from '../api/problem';
import { keys } from '../api/queries';
import { FakeServer } from '../test/FakeServer';
import { workspace } from '../test/fixtures';
import { ahead } from './ahead';
import { RealtimeProvider } from './RealtimeProvider';
import { StatusStrip } from './StatusStrip';

const onEnded = vi.fn();
const read = vi.fn<() => Promise<string>>();

function Page() {
  const { data, error } = useQuery({ queryKey: ['people'], queryFn: read, retry: false });
  return <p>{data ?? error?.message}</p>;
}

function open(queries: QueryClient): void {
  render(
    <QueryClientProvider client={queries}>
      <RealtimeProvider
        workspaceId={workspace.id}
        memberId="member-Mara"
        lastEvent={0}
        onEnded={onEnded}
      >
        <StatusStrip />
        <Page />
      </RealtimeProvider>
    </QueryClientProvider>,
  );
}

let server: FakeServer;
let addresses: URL[];

beforeEach(() => {
  vi.useFakeTimers();
  onEnded.mockClear();
  read.mockReset().mockRejectedValue(new UnreachableError('Nobody answers'));
  server = new FakeServer();
  addresses = [];
  vi.stubGlobal(
    'WebSocket',
    class {
      constructor(address: string) {
        const url = new URL(address);
        addresses.push(url);
        const after = url.searchParams.get('after');
        // biome-ignore lint/correctness/noConstructorReturn: the fake takes the real one's place
        return server.open(after === null ? undefined : Number(after)) as never;
      }
    },
  );
  open(new QueryClient());
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const strip = () => screen.queryByTestId('offline-strip');
const pass = (milliseconds: number) => act(() => vi.advanceTimersByTime(milliseconds));

test('the socket is opened for the workspace, and again after the last number', () => {
  act(() => server.greet());
  act(() => void server.commit());
  act(() => server.socket.break());
  pass(1_000);
  expect(addresses.map(({ protocol, pathname }) => protocol + pathname)).toEqual([
    'ws:/api/realtime',
    'ws:/api/realtime',
  ]);
  expect(addresses[0]?.searchParams.get('workspace')).toBe(workspace.id);
  expect(addresses[0]?.searchParams.get('after')).toBe('0');
  expect(addresses[1]?.searchParams.get('after')).toBe('1');
});

test('a workspace of which something is known from before begins with a snapshot', () => {
  cleanup();
  const queries = new QueryClient();
  queries.setQueryData(keys.members(workspace.id), []);
  open(queries);
  expect(addresses.at(-1)?.searchParams.has('after')).toBe(false);
});

test('what was asked for after the session, before the window was drawn, needs no snapshot', async () => {
  cleanup();
  const queries = new QueryClient();
  const queryKey = keys.members(workspace.id);
  await queries.prefetchQuery(ahead({ queryKey, queryFn: () => [] }));
  open(queries);
  expect(addresses.at(-1)?.searchParams.get('after')).toBe('0');
});

test('a short loss shows nothing; a longer one says since when, and goes by itself', () => {
  act(() => server.greet());
  act(() => server.socket.break());
  pass(1_000);
  expect(strip()).toBeNull();
  pass(5_000);
  expect(strip()).toHaveTextContent('Offline for 6 s.');
  expect(screen.getByRole('status')).toHaveTextContent(/Connection to the desk lost/);
  act(() => server.greet());
  expect(strip()).toBeNull();
});

test('what could not be read meanwhile is read when the line is back, with no snapshot to say so', async () => {
  act(() => server.greet());
  act(() => server.socket.break());
  await act(() => vi.advanceTimersByTimeAsync(5_000));
  expect(screen.getByText('Nobody answers')).toBeVisible();
  read.mockResolvedValue('Mara Dunne');
  act(() => server.greet());
  await act(() => vi.advanceTimersByTimeAsync(10));
  expect(screen.getByText('Mara Dunne')).toBeVisible();
});

test('Try now tries now, and so does the browser’s word that it is online', () => {
  act(() => server.socket.break());
  pass(1_600);
  act(() => server.socket.break());
  const before = server.sockets.length;
  pass(1_000);
  act(() => screen.getByRole('button', { name: 'Try now' }).click());
  act(() => server.socket.break());
  act(() => void dispatchEvent(new Event('online')));
  expect(server.sockets.length).toBeGreaterThanOrEqual(before + 2);
});

test('the end of the session or of the membership is passed on', () => {
  act(() => server.greet());
  act(() => server.socket.break(4403));
  expect(onEnded).toHaveBeenCalledWith('not-a-member');
});

test('nothing is left behind when the desk is closed', () => {
  act(() => server.greet());
  cleanup();
  expect(server.socket.closed).toBe(true);
  dispatchEvent(new Event('online'));
  vi.advanceTimersByTime(60_000);
  expect(server.sockets).toHaveLength(1);
});
