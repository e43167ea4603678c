/** Work that is done by the clock and not by a request. Of several servers one does each, by a lease in the store. */
import type { Logger } from 'pino';
import type { Clock } from '../../core/clock.ts';
import type { Store } from '../storage/store.ts';
import type { Tracing } from '../tracing/tracing.ts';
import { newId } from '../../core/ids.ts';
import { acquireLease } from './lease.ts';
import { clockDoubted } from './trusted-clock.ts';

export interface Job {
  name: string;
  everyMinutes: number;
  /** Not at night: it writes to people. */
  byDay?: boolean;
  /** How many things it did. Must stand being done twice, and being broken off. */
  run: () => Promise<number>;
}

export interface Jobs {
  /** To be called before the start. */
  add: (...jobs: Job[]) => void;
  /** Does each in its time, as long as the clock may be believed. */
  start: () => void;
  /** Since when the clock is in doubt, so that no job is done. */
  doubted: () => Promise<string | undefined>;
  /** Does every job now that no other server does; for tests and for the start. */
  runAll: () => Promise<void>;
  /** Resolves when no job is under way any more. */
  stop: () => Promise<void>;
}

export interface JobsParts {
  store: Store;
  clock: Clock;
  log: Logger;
  timeZone: string;
  tracing: Pick<Tracing, 'root'>;
}

const msPerMinute = 60_000;
/** Hours of the clock between which people are written to. */
const day = { from: 7, to: 20 };

const isDay = ({ clock, timeZone }: JobsParts): boolean => {
  const hour = Number(
    new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' }).format(clock.now()),
  );
  return hour >= day.from && hour < day.to;
};

export const createJobs = (parts: JobsParts, given: readonly Job[]): Jobs => {
  const { log, tracing } = parts;
  const jobs = [...given];
  const holder = newId();
  const timers: NodeJS.Timeout[] = [];
  const underWay = new Set<Promise<void>>();

  const runOnce = async (job: Job): Promise<void> => {
    try {
      if (job.byDay && !isDay(parts)) return;
      // A little shorter than the interval, so that the next turn is not missed by a moment.
      if (!(await acquireLease(parts, `job:${job.name}`, holder, job.everyMinutes * 0.9))) return;
      const count = await tracing.root({ name: `job ${job.name}`, kind: 'internal' }, job.run);
      if (count > 0) log.info({ job: job.name, count }, 'job done');
    } catch (error) {
      log.error({ job: job.name, err: error }, 'job failed');
    }
  };

  const track = (work: Promise<void>): Promise<void> => {
    const run = work.finally(() => underWay.delete(run));
    underWay.add(run);
    return run;
  };

  const inTime = async (job: Job): Promise<void> => {
    try {
      const since = await clockDoubted(parts);
      if (since === undefined) await runOnce(job);
      else log.error({ job: job.name, since }, 'job not done: the clock is in doubt');
    } catch (error) {
      log.error({ job: job.name, err: error }, 'job failed');
    }
  };

  return {
    doubted: () => clockDoubted(parts),
    add: (...more) => {
      jobs.push(...more);
    },
    start: () => {
      for (const job of jobs) {
        const timer = setInterval(() => void track(inTime(job)), job.everyMinutes * msPerMinute);
        timer.unref();
        timers.push(timer);
        void track(inTime(job));
      }
    },
    runAll: async () => {
      for (const job of jobs) await track(runOnce(job));
    },
    stop: async () => {
      for (const timer of timers) clearInterval(timer);
      await Promise.all(underWay);
    },
  };
};
