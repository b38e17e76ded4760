// Watches the main thread of a page: long tasks, long frames, what came over the socket, and when the page shows what
// it is opened for. All moments in milliseconds since the page was asked for. `wanted`, a selector, stands before this.
{
  const QUIET_MS = 1_000;
  const LONG_MS = 50;
  const seen = { tasks: [], frames: [], gaps: [], events: 0, paintedAt: null, keyMs: null };
  let last;

  const keep = (type, list) =>
    new PerformanceObserver((entries) => {
      for (const { startTime, duration } of entries.getEntries()) list.push({ startTime, duration });
    }).observe({ type, buffered: true });
  keep('longtask', seen.tasks);
  keep('long-animation-frame', seen.frames);

  /** The frame after the one that shows it has begun: by then it is painted. */
  const painted = (then) =>
    requestAnimationFrame(() => requestAnimationFrame(() => then(performance.now())));

  const look = () => {
    if (document.querySelector(wanted)?.getClientRects().length) {
      painted((moment) => {
        seen.paintedAt = moment;
      });
    } else requestAnimationFrame(look);
  };
  look();

  window.WebSocket = class extends WebSocket {
    constructor(...args) {
      super(...args);
      this.addEventListener('message', ({ data }) => {
        if (/^\{"seq":\d+,"type":"\w+\./.test(data)) seen.events += 1;
      });
    }
  };

  addEventListener(
    'keydown',
    ({ timeStamp }) =>
      painted((moment) => {
        seen.keyMs ??= moment - timeStamp;
      }),
    true,
  );

  const step = (moment) => {
    if (last === undefined) return;
    seen.gaps.push(moment - last);
    last = moment;
    requestAnimationFrame(step);
  };

  const longest = (list) => Math.max(0, ...list.map(({ duration }) => duration));

  globalThis.watch = {
    /**
     * When what is wanted was painted and the thread had no task over 50 ms in the second that followed; null until
     * that second is over.
     */
    interactive() {
      if (seen.paintedAt === null) return null;
      let at = seen.paintedAt;
      for (const { startTime, duration } of seen.tasks) {
        if (duration > LONG_MS && startTime < at + QUIET_MS) at = Math.max(at, startTime + duration);
      }
      // What is observed is told a moment later.
      return performance.now() > at + 2 * QUIET_MS ? { at, paintedAt: seen.paintedAt } : null;
    },
    paintedAt: () => seen.paintedAt,
    keyMs: () => seen.keyMs,
    /** From here on everything counts anew. */
    begin() {
      for (const list of [seen.tasks, seen.frames, seen.gaps]) list.length = 0;
      seen.events = 0;
      seen.begunAt = performance.now();
      last = seen.begunAt;
      requestAnimationFrame(step);
    },
    end() {
      last = undefined;
      const began = ({ startTime }) => startTime >= seen.begunAt;
      const tasks = seen.tasks.filter(began);
      const frames = seen.frames.filter(began);
      return {
        seconds: (performance.now() - seen.begunAt) / 1000,
        events: seen.events,
        longestTask: longest(tasks),
        longTasks: tasks.length,
        longestFrame: longest(frames),
        longFrames: frames.length,
        gaps: seen.gaps,
      };
    },
  };
}
