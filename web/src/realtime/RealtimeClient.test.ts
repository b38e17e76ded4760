import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { FakeServer } from '../test/FakeServer';
import { type ConnectionState, RealtimeClient } from './RealtimeClient';

const delivered: number[] = [];
const snapshots: number[] = [];
const states: ConnectionState['status'][] = [];
let server: FakeServer;
let client: RealtimeClient;

beforeEach(() => {
  vi.useFakeTimers();
  delivered.length = snapshots.length = states.length = 0;
  server = new FakeServer();
  client = new RealtimeClient({
    open: server.open,
    onEvent: ({ seq }) => delivered.push(seq),
    onSnapshot: ({ seq }) => snapshots.push(seq),
    onState: ({ status }) => states.push(status),
    random: () => 1,
  });
});

afterEach(() => {
  client.stop();
  vi.useRealTimers();
});

/** Connected, with a snapshot at number 0. */
function connected(): void {
  client.start();
  server.greet();
}

const retry = () => vi.advanceTimersByTime(20_000);

describe('a first connection', () => {
  test('asks for a snapshot and is open after hello', () => {
    client.start();
    expect(states).toEqual(['connecting']);
    expect(server.socket.after).toBeUndefined();
    server.greet();
    expect(states).toEqual(['connecting', 'open']);
    expect(snapshots).toEqual([0]);
  });

  test('delivers events in order and passes over those it may not see', () => {
    connected();
    server.commit();
    server.commit({ visible: false });
    server.commit();
    expect(delivered).toEqual([1, 3]);
  });

  test('that never says hello is given up and tried again', () => {
    client.start();
    vi.advanceTimersByTime(10_000);
    expect(client.state.status).toBe('lost');
    retry();
    expect(server.sockets.length).toBeGreaterThan(1);
  });

  test('that cannot even be opened is tried again', () => {
    let attempts = 0;
    const refused = new RealtimeClient({
      open() {
        attempts += 1;
        throw new Error('no');
      },
      onEvent() {},
      onSnapshot() {},
      onState() {},
      random: () => 0,
    });
    refused.start();
    vi.advanceTimersByTime(1_000);
    expect(attempts).toBeGreaterThan(1);
    refused.stop();
  });
});

describe('a lost connection', () => {
  test('resumes after the last number and misses nothing', () => {
    connected();
    server.commit();
    server.socket.break();
    server.commit({ lost: true });
    server.commit({ lost: true });
    retry();
    expect(server.socket.after).toBe(1);
    server.greet();
    expect(delivered).toEqual([1, 2, 3]);
    expect(snapshots).toEqual([0]);
    expect(client.state.status).toBe('open');
  });

  test('that was away too long takes a snapshot instead', () => {
    connected();
    server.socket.break();
    for (let i = 0; i < 5; i++) server.commit({ lost: true });
    server.keptFrom = 4;
    retry();
    server.greet();
    expect(delivered).toEqual([]);
    expect(snapshots).toEqual([0, 5]);
    server.commit();
    expect(delivered).toEqual([6]);
  });

  test('says since when, however often it is tried in vain', () => {
    connected();
    server.socket.break();
    const first = client.state;
    vi.advanceTimersByTime(500);
    server.socket.break();
    const second = client.state;
    expect(first.status === 'lost' && second.status === 'lost').toBe(true);
    expect(second).toMatchObject({ since: (first as { since: number }).since });
  });

  test('waits twice as long after each attempt in vain, up to 20 s, and briefly after a good one', () => {
    connected();
    const waits: number[] = [];
    for (let i = 0; i < 8; i++) {
      server.socket.break();
      const { retryAt } = client.state as { retryAt: number };
      waits.push(retryAt - Date.now());
      vi.advanceTimersByTime(retryAt - Date.now());
    }
    expect(waits).toEqual([500, 1000, 2000, 4000, 8000, 16_000, 20_000, 20_000]);
    server.greet();
    server.commit();
    server.socket.break();
    expect((client.state as { retryAt: number }).retryAt - Date.now()).toBe(500);
  });

  test('is tried at once when the network comes back', () => {
    connected();
    server.socket.break();
    server.socket.break();
    client.wake();
    expect(server.sockets).toHaveLength(2);
    server.greet();
    expect(client.state.status).toBe('open');
  });

  test('does not forget the last number however long the server is away', () => {
    connected();
    server.commit();
    for (let i = 0; i < 30; i++) {
      server.socket.break();
      retry();
    }
    expect(server.socket.after).toBe(1);
  });
});

test('an event between a hello that did not resume and its snapshot is not believed', () => {
  connected();
  server.commit();
  server.socket.break();
  retry();
  server.socket.frame({ seq: 2, type: 'hello', data: { heartbeatSeconds: 20, resumed: false } });
  server.commit();
  expect(delivered).toEqual([1]);
  retry();
  expect(server.socket.after).toBeUndefined();
});

describe('a gap', () => {
  test('in the numbers makes it resume before anything later is delivered', () => {
    connected();
    server.commit();
    server.commit({ lost: true });
    server.commit();
    expect(delivered).toEqual([1]);
    retry();
    expect(server.socket.after).toBe(1);
    server.greet();
    expect(delivered).toEqual([1, 2, 3]);
  });

  test('is also found by a heartbeat', () => {
    connected();
    server.commit({ lost: true });
    server.heartbeat();
    retry();
    server.greet();
    expect(delivered).toEqual([1]);
  });

  test('that no resumption closes is closed by a snapshot', () => {
    connected();
    for (let i = 0; i < 5; i++) {
      server.socket.frame({ seq: 0, type: 'hello', data: { heartbeatSeconds: 20, resumed: true } });
      server.socket.frame({ seq: 9, type: 'skip' });
      retry();
    }
    expect(server.sockets.map(({ after }) => after)).toContain(undefined);
    expect(server.sockets.slice(1).some(({ after }) => after === undefined)).toBe(true);
  });

  test('backwards (the server has another database) is closed by a snapshot', () => {
    connected();
    server.commit();
    server.socket.frame({ seq: 0, type: 'heartbeat' });
    retry();
    expect(server.socket.after).toBeUndefined();
  });

  test('of none: what was delivered already is not delivered again', () => {
    connected();
    const event = server.commit();
    server.socket.frame(event as object);
    expect(delivered).toEqual([1]);
  });
});

describe('a silent connection', () => {
  test('is asked for a sign of life, and kept when it gives one', () => {
    connected();
    vi.advanceTimersByTime(30_000);
    expect(server.socket.sent).toEqual(['{"type":"ping"}']);
    server.heartbeat();
    vi.advanceTimersByTime(5_000);
    expect(client.state.status).toBe('open');
  });

  test('is lost when it gives none', () => {
    connected();
    vi.advanceTimersByTime(34_000);
    expect(client.state.status).toBe('lost');
    expect(server.sockets[0]?.closed).toBe(true);
  });

  test('is not asked while the server speaks', () => {
    connected();
    for (let i = 0; i < 10; i++) {
      vi.advanceTimersByTime(20_000);
      server.heartbeat();
    }
    expect(server.socket.sent).toEqual([]);
    expect(server.sockets).toHaveLength(1);
  });

  test('is asked at once when the browser says that it is offline', () => {
    connected();
    client.probe();
    vi.advanceTimersByTime(4_000);
    expect(client.state.status).toBe('lost');
  });
});

describe('the server ends it', () => {
  test.each([
    [4401, 'signed-out'],
    [4403, 'not-a-member'],
  ])('with %i: %s, and it is not tried again', (code, why) => {
    connected();
    server.socket.break(code);
    expect(client.state).toEqual({ status: 'ended', why });
    vi.advanceTimersByTime(120_000);
    expect(server.sockets).toHaveLength(1);
  });

  test.each([1001, 4408, 1006])('with %i: it comes back and resumes', (code) => {
    connected();
    server.commit();
    server.socket.break(code);
    retry();
    expect(server.socket.after).toBe(1);
  });
});

describe('bad frames', () => {
  test.each(['', 'no', '[]', 'null', '{}', '{"seq":"1","type":"skip"}', '{"seq":1.5,"type":"x"}'])(
    '%j changes nothing',
    (text) => {
      connected();
      server.socket.onmessage?.({ data: text });
      expect(client.state.status).toBe('open');
      server.commit();
      expect(delivered).toEqual([1]);
    },
  );

  test('an event before hello is not believed', () => {
    client.start();
    server.socket.frame({ seq: 1, type: 'skip' });
    expect(client.state.status).toBe('lost');
  });
});

test('stop closes the socket and leaves no timer', () => {
  connected();
  client.stop();
  expect(server.socket.closed).toBe(true);
  expect(client.state.status).toBe('idle');
  expect(vi.getTimerCount()).toBe(0);
});
