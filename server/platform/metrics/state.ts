/** How things stand at this moment: what is read when somebody looks, not counted on the way. */
import { statfs } from 'node:fs/promises';
import { Gauge, Registry } from 'prom-client';
import type { Clock } from '../../core/clock.ts';
import type { Readiness } from '../../core/readiness.ts';
import type { Migrations } from '../migrations/run.ts';
import { pdfState } from '../pdf/index.ts';
import { overdueSince } from '../effects/pending.ts';
import { lastBackup } from '../jobs/last-backup.ts';
import { release } from '../../core/release.ts';
import { carriers } from '../storage/collections.ts';
import type { Store } from '../storage/store.ts';
import { watchLoop, type LoopDelay } from './event-loop.ts';

/** What is told of the forms that are served. */
interface FormsServed {
  state: () => { served: readonly unknown[]; refused: readonly unknown[] };
}

interface StateParts {
  store: Store;
  clock: Clock;
  catalogue: FormsServed;
  migrations: Pick<Migrations, 'progress'>;
  readiness: Pick<Readiness, 'last'>;
  /** Ids, the one that seals first. */
  keysTaken: () => string[];
  dataDir: string;
}

interface Counted {
  waiting: { collection: string; count: number }[];
  /** ISO time at which the oldest was first due; absent when nothing waits. */
  oldest?: string;
  drafts: number;
  submissions: number;
  /** Migrations that are not done. */
  pending: number;
  /** ISO time of the last whole backup. */
  backup: string | undefined;
}

interface Sample {
  labels: Record<string, string>;
  value: number;
}

/** Whole collections are counted: not oftener than this, however often somebody looks. */
const countedForMs = 60_000;
/** A collector that waits longer for the store gets no figures at all. */
const answersWithinMs = 700;
/** Documents with effects that are looked at for the oldest. */
const mostLooked = 500;

let loop: LoopDelay | undefined;
const eventLoop = (): LoopDelay => (loop ??= watchLoop());

/** The earliest time at which any of these was first due. */
const earliestOf = (times: readonly (string | undefined)[]): string | undefined =>
  times.reduce(
    (least, time) => (least === undefined || (time !== undefined && time < least) ? time : least),
    undefined,
  );

const count = async (store: Store, migrations: StateParts['migrations']): Promise<Counted> => {
  const waiting: Counted['waiting'] = [];
  let oldest: string | undefined;
  for (const name of carriers) {
    const filter = { effectsDue: { gt: '' } };
    const sort = { path: 'effectsDue', direction: 'asc' } as const;
    const { items, next } = await store.find(name, { filter, sort, limit: mostLooked });
    waiting.push({ collection: name, count: next === undefined ? items.length : await store.count(name, filter) });
    oldest = earliestOf([oldest, ...items.map(overdueSince)]);
  }
  return {
    waiting,
    ...(oldest === undefined ? {} : { oldest }),
    drafts: await store.count('drafts', { status: { eq: 'open' } }),
    submissions: await store.count('submissions', {}),
    pending: (await migrations.progress()).filter(({ state }) => state !== 'done').length,
    backup: await lastBackup(store),
  };
};

/** Undefined when it takes longer than that, or cannot be had. */
const soon = async <T>(work: Promise<T>): Promise<T | undefined> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), answersWithinMs);
  });
  return Promise.race([work.catch(() => undefined), late]).finally(() => clearTimeout(timer));
};

const levels = { none: 0, note: 1, fault: 2, stop: 3 };

/** Gives a reader of the present state as Prometheus text. With the store away it has what is known without it. */
export const createState = (parts: StateParts): (() => Promise<string>) => {
  const { store, clock, catalogue, migrations, readiness, keysTaken, dataDir } = parts;
  eventLoop();
  let counted: Promise<Counted> | undefined;
  let countedAt = 0;

  const recent = (): Promise<Counted> => {
    const now = performance.now();
    if (counted === undefined || now - countedAt > countedForMs) {
      countedAt = now;
      const counting = count(store, migrations);
      counted = counting;
      counting.catch(() => {
        if (counted === counting) counted = undefined;
      });
    }
    return counted;
  };

  const one = (value: number) => [{ labels: {}, value }];

  return async () => {
    const [stored, disk] = await Promise.all([soon(recent()), soon(statfs(dataDir))]);
    const { served, refused } = catalogue.state();
    const pdf = pdfState();
    const memory = process.memoryUsage();
    const registry = new Registry();
    const gauge = (name: string, help: string, samples: readonly Sample[]): void => {
      if (samples.length === 0) return;
      const labelNames = Object.keys(samples[0]?.labels ?? {});
      const made = new Gauge({ name, help, labelNames, registers: [registry] });
      for (const { labels, value } of samples) made.set(labels, value);
    };
    gauge('formwork_info', 'What runs.', [{ labels: { version: release, node: process.version }, value: 1 }]);
    gauge('formwork_uptime_seconds', 'Since this process started.', one(process.uptime()));
    gauge('formwork_memory_bytes', 'Memory of this process.', [
      { labels: { kind: 'resident' }, value: memory.rss },
      { labels: { kind: 'heap' }, value: memory.heapUsed },
    ]);
    gauge('formwork_event_loop_delay_seconds', 'How late the event loop was in the last minutes.', [
      { labels: { quantile: '0.5' }, value: eventLoop().percentile(50) },
      { labels: { quantile: '0.99' }, value: eventLoop().percentile(99) },
      { labels: { quantile: '1' }, value: eventLoop().percentile(100) },
    ]);
    gauge('formwork_pdf', 'PDFs of this process.', [
      { labels: { state: 'waiting' }, value: pdf.waiting },
      { labels: { state: 'drawing' }, value: pdf.drawing },
    ]);
    gauge('formwork_form_versions', 'Versions of forms in the folder.', [
      { labels: { state: 'served' }, value: served.length },
      { labels: { state: 'refused' }, value: refused.length },
    ]);
    gauge(
      'formwork_findings',
      'What was found last: 0 all is well, 1 worth knowing, 2 somebody has to see to it, 3 the server can do nothing.',
      [...readiness.last()].map(([name, found]) => ({ labels: { name }, value: levels[found?.level ?? 'none'] })),
    );
    gauge(
      'formwork_keys',
      'Keys that this server has taken up: 1 for the one that seals, 0 for those that only open.',
      keysTaken().map((key, index) => ({ labels: { key }, value: index === 0 ? 1 : 0 })),
    );
    if (disk !== undefined)
      gauge('formwork_disk_free_bytes', 'Free in the data folder.', one(disk.bavail * disk.bsize));
    if (stored !== undefined) {
      const { waiting, oldest, drafts, submissions, pending, backup } = stored;
      const overdue = oldest === undefined ? 0 : Math.max(0, (clock.now().getTime() - Date.parse(oldest)) / 1000);
      gauge(
        'formwork_effects_waiting',
        'Documents with mails or other work still to be done.',
        waiting.map(({ collection, count: value }) => ({ labels: { collection }, value })),
      );
      gauge(
        'formwork_effects_overdue_seconds',
        'How long ago the oldest of it was first due, however often it was tried since; 0 when none is.',
        one(overdue),
      );
      gauge('formwork_migrations_pending', 'Migrations that are not done yet.', one(pending));
      if (backup !== undefined)
        gauge(
          'formwork_last_backup_timestamp_seconds',
          'When the last whole backup was made, as seconds since 1970; absent where there was none.',
          one(Date.parse(backup) / 1000),
        );
      gauge('formwork_drafts_open', 'Forms that are being filled in.', one(drafts));
      gauge('formwork_submissions', 'Forms that were submitted.', one(submissions));
    }
    return registry.metrics();
  };
};
