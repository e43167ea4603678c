import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { pino } from 'pino';
import { textOf, type JsonObject } from '../../../engine/json.ts';
import { testClock } from '../../../tests/support/portal.ts';
import { temporaryStore } from '../../../tests/support/servers/temporary-store.ts';
import { collections } from '../storage/collections.ts';
import { openStorage } from '../storage/open.ts';
import { openSqlite } from '../storage/sqlite/sqlite.ts';
import { type Store } from '../storage/store.ts';
import type { MigrationDocument } from './documents.ts';
import { migrations } from './index.ts';
import type { Migration } from './migration.ts';
import { createMigrations, type MigrationsParts } from './run.ts';
import { insertPart } from '../../../tests/support/servers/part-of.ts';

const clock = testClock();
const log = pino({ level: 'silent' });
let store: Store;
let remove: () => Promise<void>;
beforeEach(async () => ({ store, remove } = await temporaryStore(clock)));
afterEach(() => remove());

const twice: Migration = {
  number: 1,
  name: 'name2',
  why: 'For the test.',
  collection: 'teams',
  change: (document) =>
    document['name2'] === undefined ? { ...document, name2: `${textOf(document['name'])}2` } : undefined,
};
const parts = (other: Partial<MigrationsParts> = {}): MigrationsParts => ({
  store,
  clock,
  log,
  known: [twice],
  ...other,
});
const idOf = (index: number): string => `team${String(index).padStart(4, '0')}`;
const fill = async (count: number): Promise<void> => {
  for (let index = 0; index < count; index += 1)
    await insertPart(store, 'teams', { _id: idOf(index), name: `n${index}` });
};
const unchanged = async (): Promise<number> => (await createMigrations(parts()).wouldChange())[0]?.toChange ?? 0;
const held = async (): Promise<MigrationDocument | undefined> => store.get('migrations', '0001');

test('every migration has its number, none is left out or touches the audit trail, and each leaves its own outcome alone', () => {
  expect(migrations.map(({ number }) => number)).toEqual(migrations.map((_, index) => index + 1));
  for (const { collection, change } of migrations) {
    expect(collections.map(({ name }) => name)).toContain(collection);
    expect(collection).not.toBe('audit');
    const changed = change({ _id: 'a' });
    expect(changed && change(changed)).toBeUndefined();
  }
});

test('what came in before there was a work list stands in it while nobody can tell that it was dealt with', () => {
  const changed = (name: string, document: JsonObject) =>
    migrations.find((each) => each.name === name)?.change({ _id: 'a', ...document });
  const came = (document: JsonObject) => changed('stand-submissions', document)?.['standing'];
  expect(came({ submittedAt: '2026-10-01T10:00:00.000Z' })).toBe('new');
  expect(came({ submittedAt: '2026-10-01T10:00:00.000Z', response: { text: 'Thank you' } })).toBe('handled');
  expect(came({ submittedAt: '2025-10-01T10:00:00.000Z' })).toBe('handled');
  expect(changed('stand-submissions', { submittedAt: '2026-10-01T10:00:00.000Z', task: 'b' })).toBeUndefined();

  const answered = (submittedAt: string | null, state = 'submitted') =>
    changed('answered-tasks', { task: { submittedAt }, keys: { state } });
  expect(answered('2026-10-01T10:00:00.000Z')).toMatchObject({ keys: { state: 'submitted', answered: true } });
  expect(answered('2025-10-01T10:00:00.000Z')).toMatchObject({
    readOf: '2025-10-01T10:00:00.000Z',
    keys: { answered: false },
  });
  expect(answered(null, 'open')).not.toHaveProperty('readOf');
});

test('what breaks off is gone on with, and each document is changed once', async () => {
  await fill(250);
  let left = 130;
  const failing: Store = {
    ...store,
    replace: async (collection, document) => {
      if (left === 0) throw new Error('gone');
      left -= 1;
      return store.replace(collection, document);
    },
  };
  await expect(createMigrations(parts({ store: failing })).run()).rejects.toThrow('gone');
  expect(await held()).toMatchObject({ state: 'running', after: idOf(99), looked: 100, changed: 100 });
  expect(await unchanged()).toBe(120);

  const next = createMigrations(parts());
  expect(await next.run()).toBe('done');
  expect(await held()).toMatchObject({ state: 'done', changed: 220 });
  expect(await unchanged()).toBe(0);
  expect((await store.get('teams', idOf(249)))?.revision).toBe(2);
  expect(await next.run()).toBe('done');
});

test('a change that a person makes in that moment is not lost, nor what an older server writes behind the walk', async () => {
  await fill(150);
  let first = true;
  const busy: Store = {
    ...store,
    replace: async (collection, document) => {
      if (first && document._id === idOf(120)) {
        first = false;
        await store.patch('teams', { _id: { eq: idOf(120) } }, { set: { name: 'renamed' } });
        await insertPart(store, 'teams', { _id: 'a-team', name: 'late' });
      }
      return store.replace(collection, document);
    },
  };
  expect(await createMigrations(parts({ store: busy })).run()).toBe('done');
  expect(await store.get('teams', idOf(120))).toMatchObject({ name: 'renamed', name2: 'renamed2' });
  expect(await store.get('teams', 'a-team')).toMatchObject({ name2: 'late2' });
});

test('one server does it at a time; one that was told to stop leaves it to the next at once', async () => {
  await fill(250);
  const other = createMigrations(parts());
  const met: string[] = [];
  const one = createMigrations(
    parts({
      store: {
        ...store,
        replace: async (collection, document) => {
          if (document._id === idOf(150)) {
            met.push(await other.run());
            void one.stop();
          }
          return store.replace(collection, document);
        },
      },
    }),
  );
  expect([await one.run(), ...met]).toEqual(['stopped', 'elsewhere']);
  expect(await unchanged()).toBe(50);
  expect(await other.run()).toBe('done');
});

test('a store that a newer release has changed is refused in words, and its indexes are left as they are', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'newer-'));
  const own = collections.filter(({ name }) => name === 'migrations');
  const newer = [...own, { name: 'teams', indexes: [{ paths: ['name2'] }] }];
  const file = join(folder, 'formwork.db');
  const written = await openSqlite({ file, collections: newer, clock });
  await written.insert('migrations', {
    _id: '0099',
    name: 'better-teams',
    release: '9.1.0',
    state: 'running',
    changedInPass: 0,
    looked: 0,
    changed: 0,
    startedAt: clock.now().toISOString(),
  });
  await written.close();
  const opening = openStorage(
    { dataDir: folder, mongodbUrl: '', mongodbUrlFile: '', keysFile: '', keysCommand: [] },
    clock,
  );
  await expect(opening).rejects.toThrow(/Release 9\.1\.0 has begun .*0099, better-teams.*put back a backup/);
  const { DatabaseSync } = await import('node:sqlite');
  const database = new DatabaseSync(file);
  expect(database.prepare("SELECT name FROM pragma_index_list('teams') WHERE origin = 'c'").all()).toHaveLength(1);
  database.close();
  rmSync(folder, { recursive: true });
});
