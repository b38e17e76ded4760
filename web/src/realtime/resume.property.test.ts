import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { FakeServer } from '../test/FakeServer';
import { RealtimeClient } from './RealtimeClient';

type Step = 'commit' | 'hidden' | 'lose' | 'break' | 'forget' | 'heartbeat' | 'wait' | 'wake';

const steps = fc.array(
  fc.constantFrom<Step>('commit', 'hidden', 'lose', 'break', 'forget', 'heartbeat', 'wait', 'wake'),
  { maxLength: 80 },
);

/** Plays one step; whoever has just connected is greeted first. */
function play(step: Step, server: FakeServer, client: RealtimeClient): void {
  switch (step) {
    case 'commit':
      server.commit();
      break;
    case 'hidden':
      server.commit({ visible: false });
      break;
    case 'lose':
      server.commit({ lost: true });
      break;
    case 'break':
      server.socket.break();
      break;
    case 'forget':
      server.keptFrom = server.seq + 1;
      break;
    case 'heartbeat':
      server.heartbeat();
      break;
    case 'wait':
      vi.advanceTimersByTime(25_000);
      break;
    case 'wake':
      client.wake();
      break;
  }
}

test('whatever breaks, every visible event is delivered once and in order, or covered by a snapshot', () => {
  vi.useFakeTimers();
  try {
    fc.assert(
      fc.property(steps, fc.double({ min: 0, max: 0.99, noNaN: true }), (script, chance) => {
        const server = new FakeServer();
        /** What the client knows: numbers delivered, and up to where a snapshot told everything. */
        const known: number[] = [];
        let covered = -1;
        const client = new RealtimeClient({
          open: server.open,
          onEvent: ({ seq }) => known.push(seq),
          onSnapshot({ seq }) {
            covered = seq;
            known.length = 0;
          },
          onState() {},
          random: () => chance,
        });
        let greeted = 0;
        const greet = () => {
          if (server.sockets.length === greeted || server.socket.closed) return;
          greeted = server.sockets.length;
          server.greet();
        };

        client.start();
        greet();
        for (const step of script) {
          play(step, server, client);
          greet();
        }
        // The network is good again: after a while the client must know everything.
        for (let second = 0; second < 120; second++) {
          vi.advanceTimersByTime(1_000);
          greet();
          if (second % 15 === 0) server.heartbeat();
        }
        const visible = server.log.filter(({ seq, type }) => type !== 'skip' && seq > covered);
        expect(known).toEqual(visible.map(({ seq }) => seq));
        expect(client.state.status).toBe('open');
        client.stop();
      }),
      { numRuns: 400 },
    );
  } finally {
    vi.useRealTimers();
  }
});
