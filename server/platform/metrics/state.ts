/** How things stand at this moment: what is read when somebody looks, not counted on the way. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Gauge, Registry } from 'prom-client';
import type { Clock } from '../../core/clock.ts';
import type { Migrations } from '../migrations/run.ts';
import { pdfState } from '../pdf/index.ts';
import { dueOf } from '../effects/pending.ts';
import { release } from '../../core/release.ts';
import { carriers } from '../storage/collections.ts';
import type { Store } from '../storage/store.ts';

/** What is told of the forms that are served. */
interface FormsServed {
  state: () => { served: readonly unknown[]; refused: readonly unknown[] };
}

interface StateParts {
  store: Store;
  clock: Clock;
  catalogue: FormsServed;
  migrations: Pick<Migrations, 'progress'>;
}

interface Counted {
  waiting: { collection: string; count: number }[];
  /** ISO time; absent when nothing waits. */
  oldest?: string;
  drafts: number;
  submissions: number;
}

interface Sample {
  labels: Record<string, string>;
  value: number;
}

/** Whole collections are counted: not oftener than this, however often somebody looks. */
const countedForMs = 60_000;

type Delay = ReturnType<typeof monitorEventLoopDelay>;

let delay: Delay | undefined;
const eventLoop = (): Delay => {
  if (delay === undefined) {
    delay = monitorEventLoopDelay({ resolution: 10 });
    delay.enable();
  }
  return delay;
};

const count = async (store: Store): Promise<Counted> => {
  const waiting: Counted['waiting'] = [];
  let oldest: string | undefined;
  for (const name of carriers) {
    const filter = { effectsDue: { gt: '' } };
    const sort = { path: 'effectsDue', direction: 'asc' } as const;
    const [first] = (await store.find(name, { filter, sort, limit: 1 })).items;
    waiting.push({ collection: name, count: first === undefined ? 0 : await store.count(name, filter) });
    const due = first && dueOf(first);
    if (due !== undefined && (oldest === undefined || due < oldest)) oldest = due;
  }
  return {
    waiting,
    ...(oldest === undefined ? {} : { oldest }),
    drafts: await store.count('drafts', { status: { eq: 'open' } }),
    submissions: await store.count('submissions', {}),
  };
};

const nanoseconds = 1e9;

/** Gives a reader of the present state as Prometheus text. It rejects when the store cannot answer. */
export const createState = ({ store, clock, catalogue, migrations }: StateParts): (() => Promise<string>) => {
  eventLoop();
  let counted: Promise<Counted> | undefined;
  let countedAt = 0;

  const recent = (): Promise<Counted> => {
    const now = performance.now();
    if (counted === undefined || now - countedAt > countedForMs) {
      countedAt = now;
      const counting = count(store);
      counted = counting;
      counting.catch(() => {
        if (counted === counting) counted = undefined;
      });
    }
    return counted;
  };

  const one = (value: number) => [{ labels: {}, value }];

  return async () => {
    const { waiting, oldest, drafts, submissions } = await recent();
    const overdue = oldest === undefined ? 0 : Math.max(0, (clock.now().getTime() - Date.parse(oldest)) / 1000);
    const loop = eventLoop();
    const { served, refused } = catalogue.state();
    const pdf = pdfState();
    const memory = process.memoryUsage();
    const pending = (await migrations.progress()).filter(({ state }) => state !== 'done');
    const registry = new Registry();
    const gauge = (name: string, help: string, samples: readonly Sample[]): void => {
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
    gauge('formwork_event_loop_delay_seconds', 'How late the event loop was since this process started.', [
      { labels: { quantile: '0.5' }, value: loop.percentile(50) / nanoseconds },
      { labels: { quantile: '0.99' }, value: loop.percentile(99) / nanoseconds },
      { labels: { quantile: '1' }, value: loop.max / nanoseconds },
    ]);
    gauge(
      'formwork_effects_waiting',
      'Documents with mails or other work still to be done.',
      waiting.map(({ collection, count: value }) => ({ labels: { collection }, value })),
    );
    gauge('formwork_effects_overdue_seconds', 'How long the oldest of it has been due; 0 when none is.', one(overdue));
    gauge('formwork_migrations_pending', 'Migrations that are not done yet.', one(pending.length));
    gauge('formwork_pdf', 'PDFs of this process.', [
      { labels: { state: 'waiting' }, value: pdf.waiting },
      { labels: { state: 'drawing' }, value: pdf.drawing },
    ]);
    gauge('formwork_drafts_open', 'Forms that are being filled in.', one(drafts));
    gauge('formwork_submissions', 'Forms that were submitted.', one(submissions));
    gauge('formwork_form_versions', 'Versions of forms in the folder.', [
      { labels: { state: 'served' }, value: served.length },
      { labels: { state: 'refused' }, value: refused.length },
    ]);
    return registry.metrics();
  };
};
