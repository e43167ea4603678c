/** Watches how long the event loop of this process is held. */
import { createHistogram } from 'node:perf_hooks';

/** Milliseconds. */
export interface Held {
  /** In 99 of 100 cases at most. */
  p99: number;
  longest: number;
  /** The longest as far as this thread itself was at work: what other processes take of the machine is not in it. */
  busy: number;
}

/** Gives a function that tells what was seen since it was last called. */
export const watchLoop = (): (() => Held) => {
  const gaps = createHistogram();
  let [longest, busy] = [0, 0];
  let last = performance.now();
  let worked = process.threadCpuUsage();
  setInterval(() => {
    const now = performance.now();
    const { user, system } = process.threadCpuUsage(worked);
    const gap = now - last;
    gaps.record(Math.max(1, Math.round(gap * 1e6)));
    longest = Math.max(longest, gap);
    busy = Math.max(busy, Math.min(gap, (user + system) / 1000));
    last = now;
    worked = process.threadCpuUsage();
  }, 1).unref();
  return () => {
    const held = { p99: gaps.percentile(99) / 1e6, longest, busy };
    gaps.reset();
    [longest, busy] = [0, 0];
    return held;
  };
};
