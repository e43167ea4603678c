import { afterAll, beforeAll, expect, test } from 'vitest';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { collections } from '../storage/collections.ts';
import { openSqlite } from '../storage/sqlite/sqlite.ts';
import { type Store, recordsOf } from '../storage/store.ts';
import { noTracing } from '../tracing/tracing.ts';
import { createJobs } from './jobs.ts';
import { acquireLease } from './lease.ts';
import { clockDoubted } from './trusted-clock.ts';

const folder = mkdtempSync(join(tmpdir(), 'jobs-'));
let now = Date.parse('2026-03-01T10:00:00.000Z');
const clock = { now: () => new Date(now) };
let store: Store;
beforeAll(async () => {
  store = recordsOf(await openSqlite({ file: join(folder, 'jobs.db'), collections }));
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

test('of many who want a job at once exactly one has it, until its time is over', async () => {
  const takers = Array.from({ length: 20 }, (_, number) =>
    acquireLease({ store, clock }, 'sweep', `server${number}`, 10),
  );
  expect((await Promise.all(takers)).filter(Boolean)).toHaveLength(1);
  now += 9 * 60_000;
  expect(await acquireLease({ store, clock }, 'sweep', 'late', 10)).toBe(false);
  now += 60_000;
  expect(await acquireLease({ store, clock }, 'sweep', 'late', 10)).toBe(true);
});

test('two servers do a job once; a job that fails stops neither the others nor its next turn', async () => {
  const done: string[] = [];
  const fail = { name: 'failing', everyMinutes: 1, run: () => Promise.reject(new Error('disk')) };
  const job = {
    name: 'working',
    everyMinutes: 1,
    run: () => Promise.resolve(done.push('x')),
  };
  const parts = { store, clock, log: pino({ level: 'silent' }), timeZone: 'Europe/London', tracing: noTracing };
  const [one, other] = [createJobs(parts, [fail, job]), createJobs(parts, [fail, job])];
  await one.runAll();
  await other.runAll();
  expect(done).toHaveLength(1);
  now += 60_000;
  await other.runAll();
  expect(done).toHaveLength(2);
});

test('what writes to people waits for the day of their time zone', async () => {
  const hours: number[] = [];
  const run = () => Promise.resolve(hours.push(new Date(now).getUTCHours()));
  const parts = { store, clock, log: pino({ level: 'silent' }), timeZone: 'Europe/London', tracing: noTracing };
  const jobs = createJobs(parts, []);
  jobs.add({ name: 'writing', everyMinutes: 60, byDay: true, run });
  now = Date.parse('2026-07-01T00:30:00.000Z');
  for (let hour = 0; hour < 24; hour += 1) {
    await jobs.runAll();
    now += 3_600_000;
  }
  expect([hours[0], hours.at(-1), hours.length]).toEqual([6, 18, 13]);
});

test('a lease that was taken while the clock was far ahead keeps nobody waiting once it is right again', async () => {
  const right = now;
  now += 400 * 24 * 60 * 60_000;
  expect(await acquireLease({ store, clock }, 'ahead', 'early', 10)).toBe(true);
  now = right;
  expect(await acquireLease({ store, clock }, 'ahead', 'punctual', 10)).toBe(true);
  // Clocks of servers differ a little, and that is no reason to take a lease from somebody.
  now -= 5 * 60_000;
  expect(await acquireLease({ store, clock }, 'ahead', 'slow', 10)).toBe(false);
});

test('a clock that is suddenly far ahead is not believed before it has gone on for a day', async () => {
  const day = 24 * 60 * 60_000;
  const doubted = () => clockDoubted({ store, clock });
  expect(await doubted()).toBeUndefined();
  const right = now;
  now += 400 * day;
  const jumped = new Date(now).toISOString();
  expect(await doubted()).toBe(jumped);
  now += day / 2;
  expect(await doubted()).toBe(jumped);
  now = right;
  expect(await doubted()).toBeUndefined();
  now += 9 * day;
  expect(await doubted()).toBeUndefined();
  now += 30 * day;
  expect(await doubted()).toBeDefined();
  now += day;
  expect(await doubted()).toBeUndefined();
});

test('jobs that the clock starts wait while it is in doubt', async () => {
  const log = pino({ level: 'silent' });
  let done = 0;
  const run = () => Promise.resolve((done += 1));
  const start = async (): Promise<void> => {
    const jobs = createJobs({ store, clock, log, timeZone: 'UTC', tracing: noTracing }, [
      { name: 'deleting', everyMinutes: 60, run },
    ]);
    jobs.start();
    await jobs.stop();
  };
  now += 400 * 24 * 60 * 60_000;
  await start();
  expect(done).toBe(0);
  now += 24 * 60 * 60_000;
  await start();
  expect(done).toBe(1);
});
