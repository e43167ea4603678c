/** How late the event loop was in the last minutes: since the start of a process, one bad second would be told for ever. */
import { monitorEventLoopDelay } from 'node:perf_hooks';

export interface LoopDelay {
  /** Seconds. */
  percentile: (percent: number) => number;
}

const nanoseconds = 1e9;

/** Looks back over one to two times `periodMs`. */
export const watchLoop = (periodMs = 150_000): LoopDelay => {
  const begun = () => {
    const monitor = monitorEventLoopDelay({ resolution: 10 });
    monitor.enable();
    return monitor;
  };
  // Each forgets in turn, and the one is told that has listened for longer.
  let [longer, shorter] = [begun(), begun()];
  setInterval(() => {
    longer.reset();
    [longer, shorter] = [shorter, longer];
  }, periodMs).unref();
  return { percentile: (percent) => (longer.count === 0 ? 0 : longer.percentile(percent) / nanoseconds) };
};
