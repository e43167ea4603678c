/**
 * Brings documents of an older release into the shape of this one while the service serves: in the order of `_id`, a few at a time, each by
 * compare-and-set. Of several servers one does it, by a lease; what it broke off another goes on with.
 */
import type { Logger } from 'pino';
import type { Clock } from '../../core/clock.ts';
import { renewLease, releaseLease, acquireLease } from '../jobs/lease.ts';
import { release } from '../../core/release.ts';
import { every } from '../storage/every.ts';
import { newId } from '../../core/ids.ts';
import {
  documentsOf,
  DuplicateError,
  type CollectionName,
  type DocumentStore,
  type Store,
  type Stored,
  type StoredDocument,
} from '../storage/store.ts';
import type { MigrationDocument } from './documents.ts';
import { migrations } from './index.ts';
import { idOf, type Migration } from './migration.ts';

export interface Progress {
  number: number;
  name: string;
  collection: CollectionName;
  state: 'waiting' | 'running' | 'done';
  looked: number;
  changed: number;
}

export interface Migrations {
  /** Every migration that this release knows, in order, and how far it is. */
  progress: () => Promise<Progress[]>;
  /** Does what is to do until all is done, or `stop` is called. `elsewhere`: another server does it. */
  run: () => Promise<'done' | 'elsewhere' | 'stopped'>;
  /** How many documents each migration that is not done would change now. Changes nothing. */
  wouldChange: () => Promise<(Progress & { toChange: number })[]>;
  /** Looks for work now, and every minute until `stop`: a server that died leaves its lease behind. */
  start: () => void;
  /** Ends after the batch that is under way. */
  stop: () => Promise<void>;
}

export interface MigrationsParts {
  store: Store;
  clock: Clock;
  log: Logger;
  /** Those of this release when absent. */
  known?: readonly Migration[];
}

const lease = 'migrations';
const leaseMinutes = 2;
const batch = 100;
const lookEveryMs = 60_000;

/** One document, again when somebody else changed it first. True when it was changed. */
const migrateOne = async (
  documents: DocumentStore,
  { collection, change }: Migration,
  first: StoredDocument,
): Promise<boolean> => {
  let found: StoredDocument | undefined = first;
  while (found !== undefined) {
    const changed = change(found);
    if (changed === undefined) return false;
    const { _id, revision, createdAt, updatedAt }: Stored = found;
    const whole = { ...changed, _id, revision, createdAt, updatedAt };
    if ((await documents.replace(collection, whole)) !== undefined) return true;
    found = await documents.get(collection, _id);
  }
  return false;
};

const byId = { path: '_id', direction: 'asc' } as const;

export const createMigrations = ({ store, clock, log, known = migrations }: MigrationsParts): Migrations => {
  const documents = documentsOf(store);
  const holder = newId();
  let stopping = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();

  const read = (migration: Migration): Promise<MigrationDocument | undefined> =>
    store.get('migrations', idOf(migration));

  const progressOf = async (migration: Migration): Promise<Progress> => {
    const { number, name, collection } = migration;
    const { state = 'waiting', looked = 0, changed = 0 } = (await read(migration)) ?? {};
    return { number, name, collection, state, looked, changed };
  };

  const progress = async (): Promise<Progress[]> => Promise.all(known.map(progressOf));

  const begin = async (migration: Migration): Promise<void> => {
    if ((await read(migration)) !== undefined) return;
    try {
      await store.insert('migrations', {
        _id: idOf(migration),
        name: migration.name,
        release,
        state: 'running',
        changedInPass: 0,
        looked: 0,
        changed: 0,
        startedAt: clock.now().toISOString(),
      });
    } catch (error) {
      if (!(error instanceof DuplicateError)) throw error;
    }
  };

  /** One batch. True when the migration is done: a whole pass over the collection found nothing left to change. */
  const step = async (migration: Migration): Promise<boolean> => {
    const held = await read(migration);
    if (held === undefined || held.state === 'done') return true;
    const { items } = await documents.find(migration.collection, {
      filter: held.after === undefined ? {} : { _id: { gt: held.after } },
      sort: byId,
      limit: batch,
    });
    const changes = await Promise.all(items.map((document) => migrateOne(documents, migration, document)));
    const changed = changes.filter(Boolean).length;
    const last = items.at(-1)?._id;
    const ended = items.length < batch;
    // Whatever an older server that still runs wrote behind this pass, the next one finds.
    const done = ended && held.changedInPass + changed === 0;
    await store.patch(
      'migrations',
      { _id: { eq: idOf(migration) } },
      {
        add: { looked: items.length, changed },
        set: {
          changedInPass: ended ? 0 : held.changedInPass + changed,
          ...(ended || last === undefined ? {} : { after: last }),
          ...(done ? { state: 'done', doneAt: clock.now().toISOString() } : {}),
        },
        ...(ended ? { unset: ['after'] } : {}),
      },
    );
    return done;
  };

  const runAll = async (): Promise<'done' | 'elsewhere' | 'stopped'> => {
    for (const migration of known) {
      if ((await read(migration))?.state === 'done') continue;
      await begin(migration);
      for (;;) {
        if (stopping) return 'stopped';
        if (!(await renewLease({ store, clock }, lease, holder, leaseMinutes))) return 'elsewhere';
        if (await step(migration)) break;
      }
      const { number, name, collection, looked, changed } = await progressOf(migration);
      log.info({ migration: number, name, collection, looked, changed }, 'migration done');
    }
    return 'done';
  };

  const run: Migrations['run'] = async () => {
    if ((await progress()).every(({ state }) => state === 'done')) return 'done';
    if (!(await acquireLease({ store, clock }, lease, holder, leaseMinutes))) return 'elsewhere';
    try {
      return await runAll();
    } finally {
      await releaseLease({ store, clock }, lease, holder);
    }
  };

  const look = async (): Promise<void> => {
    try {
      if ((await run()) === 'done') clearInterval(timer);
    } catch (error) {
      log.warn({ err: error }, 'migrations broken off, will be tried again');
    }
  };

  return {
    progress,
    run,
    wouldChange: async () => {
      const found: (Progress & { toChange: number })[] = [];
      for (const migration of known) {
        const now = await progressOf(migration);
        if (now.state === 'done') continue;
        let toChange = 0;
        for await (const document of every(documents, migration.collection, { filter: {}, sort: byId })) {
          if (migration.change(document) !== undefined) toChange += 1;
        }
        found.push({ ...now, toChange });
      }
      return found;
    },
    start: () => {
      timer = setInterval(() => {
        running = running.then(look);
      }, lookEveryMs);
      timer.unref();
      running = look();
    },
    stop: async () => {
      stopping = true;
      clearInterval(timer);
      await running;
    },
  };
};
