/** What a change says of itself reaches the audit trail once, whoever dies when. */
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { testClock, type TestClock } from '../../../tests/support/portal.ts';
import { randomFrom } from '../../../tests/support/random.ts';
import { temporaryStore } from '../../../tests/support/servers/temporary-store.ts';
import { auditKey, brokenAt, createAudit } from '../../modules/audit/index.ts';
import type { Audit } from '../audit/entry.ts';
import { listOf } from '../storage/every.ts';
import { StoreUnavailableError, type Store } from '../storage/store.ts';
import { noTracing } from '../tracing/tracing.ts';
import { writeNote, writeNotes } from './notes.ts';
import { noteEffect, withEffects } from './pending.ts';
import { createRelay, type Relay } from './relay.ts';
import { insertPart } from '../../../tests/support/servers/part-of.ts';

const key = auditKey('a secret of more than 32 characters');
let store: Store;
let remove: () => Promise<void>;
let clock: TestClock;
beforeEach(async () => {
  clock = testClock();
  ({ store, remove } = await temporaryStore(clock));
});
afterEach(() => remove());

interface Server {
  store: Store;
  audit: Audit;
  relay: Relay;
}

const server = (of: Store = store): Server => {
  const audit = createAudit(of, clock, key);
  const relay = createRelay({
    store: of,
    clock,
    tracing: noTracing,
    post: () => Promise.resolve(),
    note: (effect) => writeNote(audit, effect),
    onFailure: () => undefined,
  });
  relay.watch('tasks');
  return { store: of, audit, relay };
};

const noteOf = (id: string) =>
  noteEffect({ actor: 'a', action: 'task-returned', subject: { kind: 'task', id } }, clock.now());
const change = async (of: Store, id: string) => {
  const changed = { _id: id, ...withEffects([noteOf(id)]) };
  await insertPart(of, 'tasks', changed);
  return changed;
};
const trail = () => listOf(store, 'audit', { filter: {}, sort: { path: 'at', direction: 'asc' } });
const waiting = async (id: string) => (await store.get('tasks', id))?.effects.length;

test('an entry is in the trail when the request is answered, and nothing waits', async () => {
  const { audit, relay } = server();
  await writeNotes({ store, audit }, 'tasks', await change(store, 'one'));
  expect((await trail()).map(({ subject }) => subject.id)).toEqual(['one']);
  expect(await waiting('one')).toBe(0);
  clock.forward({ minutes: 1 });
  await relay.run();
  expect(await trail()).toHaveLength(1);
});

test('where the server died between, another one writes the entry, with the time at which it was done', async () => {
  await change(store, 'one');
  const at = clock.now().toISOString();
  const [other, third] = [server(), server()];
  await other.relay.run();
  expect(await trail()).toEqual([]);
  clock.forward({ minutes: 1 });
  await Promise.all([other.relay.run(), third.relay.run()]);
  expect(await trail()).toMatchObject([{ at, subject: { id: 'one' } }]);
  expect(await waiting('one')).toBe(0);
  expect(await brokenAt(store, key)).toBeUndefined();
});

test('where it died when the entry stood and was not taken off yet, it is not written twice', async () => {
  const dying = server();
  const changed = await change(store, 'one');
  for (const effect of changed.effects) if (effect.kind === 'note') await writeNote(dying.audit, effect);
  clock.forward({ minutes: 1 });
  await server().relay.run();
  expect(await trail()).toHaveLength(1);
  expect(await waiting('one')).toBe(0);
});

test('while the trail cannot be written the change stands and its entry waits, for weeks if need be', async () => {
  let away = true;
  const failing: Store = {
    ...store,
    insertMany: (collection, documents) =>
      away ? Promise.reject(new StoreUnavailableError('Away')) : store.insertMany(collection, documents),
  };
  const { audit, relay } = server(failing);
  await writeNotes({ store, audit }, 'tasks', await change(store, 'one'));
  for (let tries = 0; tries < 300; tries += 1) {
    clock.forward({ hours: 1 });
    await relay.run();
  }
  expect([await waiting('one'), (await trail()).length]).toEqual([1, 0]);
  away = false;
  clock.forward({ hours: 1 });
  await relay.run();
  expect([await waiting('one'), (await trail()).length]).toEqual([0, 1]);
});

test('none is lost and none doubled, however two servers fail and take over from each other', async () => {
  for (let seed = 1; seed <= 15; seed += 1) {
    const { between } = randomFrom(seed);
    const fails = (): boolean => between(0, 9) < 3;
    let calm = false;
    /** A call fails before it is made, or when it was made already. */
    const shaky = async <T>(call: () => Promise<T>): Promise<T> => {
      if (!calm && fails()) throw new StoreUnavailableError('Away');
      const done = await call();
      if (!calm && fails()) throw new StoreUnavailableError('Gone when it was done');
      return done;
    };
    const unsure: Store = {
      ...store,
      insertMany: (collection, documents) => shaky(() => store.insertMany(collection, documents)),
      patch: (collection, filter, wanted) => shaky(() => store.patch(collection, filter, wanted)),
    };
    const servers = [server(unsure), server(unsure)];
    const ids = Array.from({ length: 12 }, (_, index) => `${seed} ${index}`);
    await Promise.all(
      ids.map(async (id) => {
        const { audit } = servers[between(0, 1)] ?? server(unsure);
        const changed = await change(store, id);
        // One in three servers dies here.
        if (between(0, 2) > 0) await writeNotes({ store: unsure, audit }, 'tasks', changed);
      }),
    );
    const round = async (): Promise<number> => {
      clock.forward({ minutes: 40 });
      // A server that is started again knows nothing of before.
      if (fails()) servers[between(0, 1)] = server(unsure);
      await Promise.allSettled(servers.map(({ relay }) => relay.run()));
      await setTimeout(5);
      return store.count('tasks', { effectsDue: { gt: '' } });
    };
    for (let rounds = 0; rounds < 5; rounds += 1) await round();
    calm = true;
    await expect.poll(round, { timeout: 20_000 }).toBe(0);
    const written = (await trail()).map(({ subject }) => subject.id).filter((id) => id.startsWith(`${seed} `));
    expect(written.toSorted(), `seed ${seed}`).toEqual(ids.toSorted());
    expect(await brokenAt(store, key), `seed ${seed}`).toBeUndefined();
  }
});
