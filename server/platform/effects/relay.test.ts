import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { noTracing } from '../tracing/tracing.ts';
import { testClock, type TestClock } from '../../../tests/support/portal.ts';
import { temporaryStore } from '../../../tests/support/servers/temporary-store.ts';
import type { Store } from '../storage/store.ts';
import type { MailEffect } from './effect.ts';
import { effectsAdded, mailEffect, overdueSince, withEffects, workEffect } from './pending.ts';
import { backOff, createRelay, type Relay } from './relay.ts';
import { insertPart } from '../../../tests/support/servers/part-of.ts';

let store: Store;
let remove: () => Promise<void>;
let clock: TestClock;
let sent: string[];
let failures: { attempts: number; lost: boolean }[];
let post: (effect: MailEffect) => Promise<void>;

const relay = (): Relay => {
  const made = createRelay({
    tracing: noTracing,
    store,
    clock,
    post: (effect) => post(effect),
    note: () => Promise.resolve(),
    isAway: (error) => error instanceof Error && error.message === 'away',
    onFailure: ({ attempts }, _, lost) => void failures.push({ attempts, lost }),
  });
  made.watch('accounts');
  return made;
};
const mail = () => mailEffect('code', { account: 'a' }, {}, clock.now());
const insert = (id: string, effects = [mail()]) =>
  insertPart(store, 'accounts', { _id: id, email: id, ...withEffects(effects) });
const holder = (id: string, collection: 'accounts' | 'deliveries' = 'accounts') => store.get(collection, id);

beforeEach(async () => {
  clock = testClock(new Date('2026-03-02T10:00:00Z'));
  ({ store, remove } = await temporaryStore(clock));
  sent = [];
  failures = [];
  post = ({ id }) => Promise.resolve(void sent.push(id));
});
afterEach(() => remove());

test('what is due is carried out and taken off', async () => {
  const [first, second] = [mail(), mail()];
  await insert('one', [first, second]);
  await relay().run();
  expect(sent.sort()).toEqual([first.id, second.id].sort());
  expect(await holder('one')).toMatchObject({ effects: [] });
  expect((await holder('one'))?.effectsDue).toBeUndefined();
});

test('of several servers one carries each effect out', async () => {
  await Promise.all(Array.from({ length: 30 }, (_, index) => insert(`holder-${index}`)));
  await Promise.all([relay(), relay(), relay()].map((server) => server.run()));
  expect(sent).toHaveLength(30);
  expect(new Set(sent).size).toBe(30);
});

test('a failure is tried again after growing waits under the same id', async () => {
  const effect = mail();
  await insert('one', [effect]);
  post = () => Promise.reject(new Error('The mail server is down'));
  const server = relay();
  for (const wait of [0, 5, 10, 20]) {
    clock.forward({ seconds: wait });
    await server.run();
    await server.run();
  }
  expect(failures.map(({ attempts }) => attempts)).toEqual([1, 2, 3, 4]);
  post = ({ id }) => Promise.resolve(void sent.push(id));
  clock.forward({ hours: 1 });
  await server.run();
  expect(sent).toEqual([effect.id]);
  expect(backOff(30)).toBe(30 * 60_000);
});

test('what was tried again and again is as old as the time at which it was due first', async () => {
  const due = clock.now().toISOString();
  await insert('one');
  post = () => Promise.reject(new Error('away'));
  const server = relay();
  for (const wait of [0, 5, 10, 20, 40]) {
    clock.forward({ seconds: wait });
    await server.run();
  }
  const waiting = await holder('one');
  expect(waiting?.effectsDue).not.toBe(due);
  expect(waiting && overdueSince(waiting)).toBe(due);
});

test('mails that found the mail server away go as soon as it is back, and those that it refused in their time', async () => {
  const [held, refused] = [mail(), mail()];
  await insert('one', [held]);
  await insert('two', [refused]);
  post = ({ id }) => Promise.reject(new Error(id === held.id ? 'away' : 'no such mailbox'));
  const server = relay();
  for (let hour = 0; hour < 5; hour += 1) {
    clock.forward({ hours: 1 });
    await server.run();
  }
  expect(server.mailAwaySince()).toBe('2026-03-02T11:00:00.000Z');
  post = ({ id }) => Promise.resolve(void sent.push(id));
  await server.run();
  expect(sent).toEqual([]);
  await server.mailBack();
  await server.run();
  expect([sent, server.mailAwaySince()]).toEqual([[held.id], undefined]);
});

test('a mail that another server tries at this moment is not sent beside it', async () => {
  await insert('one');
  post = () => Promise.reject(new Error('away'));
  const [server, other] = [relay(), relay()];
  await server.run();
  clock.forward({ minutes: 1 });
  let go: () => void = () => undefined;
  const asked = new Promise<void>((begun) => {
    post = ({ id }) =>
      new Promise((resolve) => {
        begun();
        go = () => resolve(void sent.push(id));
      });
  });
  const sending = other.run();
  await asked;
  await server.mailBack();
  await server.run();
  go();
  await sending;
  expect(sent).toHaveLength(1);
});

test('work that takes its time in one collection keeps no mail of another one waiting', async () => {
  const server = relay();
  server.watch('deliveries');
  let finish: () => void = () => undefined;
  server.handle('slow', () => new Promise<void>((resolve) => (finish = resolve)));
  await insertPart(store, 'deliveries', { _id: 'hook', ...withEffects([workEffect('slow', {}, clock.now())]) });
  const first = server.run();
  await vi.waitFor(async () =>
    expect((await holder('hook', 'deliveries'))?.effectsDue).not.toBe(clock.now().toISOString()),
  );
  await insert('one');
  void server.run();
  await vi.waitFor(() => expect(sent).toHaveLength(1));
  finish();
  await first;
});

test('when a server dies after the claim, another sends once the lease is over', async () => {
  await insert('one');
  let died: () => void = () => undefined;
  post = () => new Promise<void>((resolve) => (died = resolve));
  const dying = relay().run();
  await expect.poll(async () => (await holder('one'))?.effects[0]?.attempts).toBe(1);
  post = ({ id }) => Promise.resolve(void sent.push(id));
  await relay().run();
  expect(sent).toEqual([]);
  clock.forward({ minutes: 3 });
  await relay().run();
  expect(sent).toHaveLength(1);
  died();
  await dying;
  expect(await holder('one')).toMatchObject({ effects: [] });
});

test('what is done is noted at once, so that a server that dies over the next mail repeats only that one', async () => {
  const [first, second] = [mail(), mail()];
  await insert('one', [first, second]);
  post = ({ id }) => (id === second.id ? new Promise(() => undefined) : Promise.resolve(void sent.push(id)));
  void relay().run();
  await expect.poll(async () => (await holder('one'))?.effects.map(({ id }) => id)).toEqual([second.id]);
  post = ({ id }) => Promise.resolve(void sent.push(id));
  clock.forward({ minutes: 3 });
  await relay().run();
  expect(sent).toEqual([first.id, second.id]);
});

test('what was put off while the clock was far ahead is done once it is right again', async () => {
  await insert('one');
  clock.forward({ days: 400 });
  post = () => Promise.reject(new Error('The mail server is down'));
  await relay().run();
  clock.forward({ days: -400 });
  post = ({ id }) => Promise.resolve(void sent.push(id));
  await relay().run();
  expect(sent).toHaveLength(1);
  expect(await holder('one')).toMatchObject({ effects: [] });
});

test('an effect added while another is carried out is not lost', async () => {
  await insert('one');
  const late = mail();
  const send = post;
  post = async (effect) => {
    if (effect.id !== late.id) await effectsAdded(store, 'accounts', 'one', {}, [late]);
    await send(effect);
  };
  const server = relay();
  await server.run();
  await server.run();
  expect(sent).toHaveLength(2);
  expect(await holder('one')).toMatchObject({ effects: [] });
});

test('named work is done by whoever registered it, and waits while nobody has', async () => {
  await insert('one');
  await effectsAdded(store, 'accounts', 'one', {}, [workEffect('count', { by: 2 }, clock.now())]);
  const server = relay();
  await server.run();
  expect(failures).toEqual([{ attempts: 1, lost: false }]);
  const done: unknown[] = [];
  server.handle('count', ({ values }, from) => Promise.resolve(void done.push([values, from])));
  clock.forward({ minutes: 1 });
  await server.run();
  expect(done).toEqual([[{ by: 2 }, { collection: 'accounts', id: 'one' }]]);
});
