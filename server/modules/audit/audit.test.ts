import { afterEach, beforeEach, expect, test } from 'vitest';
import { testClock } from '../../../tests/support/portal.ts';
import { randomFrom } from '../../../tests/support/random.ts';
import { appendEarlier } from '../../../tests/support/servers/earlier-trail.ts';
import { temporaryStore } from '../../../tests/support/servers/temporary-store.ts';
import { StoreUnavailableError, type Store } from '../../platform/storage/store.ts';
import { listOf } from '../../platform/storage/every.ts';
import { auditKey } from './key.ts';
import { createAuditChain } from './chain.ts';
import { createAudit } from './audit.ts';
import { brokenAt, everyEntry } from './trail.ts';
import { idOf } from '../../platform/audit/links.ts';
import type { Audit, AuditEntry, AuditRecord } from '../../platform/audit/entry.ts';
import type { ActAction } from '../../platform/audit/words.ts';

let clock = testClock();
let store: Store;
let remove: () => Promise<void>;
beforeEach(async () => {
  clock = testClock();
  ({ store, remove } = await temporaryStore(clock));
});
afterEach(() => remove());

const entry = (id: string): AuditEntry<ActAction> => ({
  actor: 'a',
  action: 'submission-read',
  subject: { kind: 'thing', id },
  detail: { page: 1, way: 'pdf' },
});
const numbers = (count: number): AuditEntry<ActAction>[] =>
  Array.from({ length: count }, (_, index) => entry(String(index + 1)));
const all = (): Promise<AuditRecord[]> =>
  listOf(store, 'audit', { filter: {}, sort: { path: '_id', direction: 'asc' } });
const chains = async (): Promise<string[]> => [...new Set((await all()).map(({ chain }) => chain ?? 'main'))];
const onlyChain = async (): Promise<string> => {
  const [chain, ...others] = await chains();
  expect(others).toEqual([]);
  return chain ?? '';
};
const filled = async (count: number, of = store): Promise<void> => {
  const audit = createAudit(of, clock);
  for (const each of numbers(count)) await audit.append(each);
};

test('two servers add to chains of their own, both whole, and nothing waits for the other', async () => {
  let duplicates = 0;
  const counted: Store = {
    ...store,
    insertMany: (collection, documents) =>
      store.insertMany(collection, documents).catch((error: unknown) => {
        duplicates += 1;
        throw error;
      }),
  };
  const [one, other] = [createAudit(counted, clock), createAudit(counted, clock)];
  await Promise.all(numbers(40).map((each, index) => (index % 2 === 0 ? one : other).append(each)));
  expect(await store.count('audit', {})).toBe(40);
  expect(await chains()).toHaveLength(2);
  expect(duplicates).toBe(0);
  expect(await brokenAt(store)).toBeUndefined();
});

test('what waits in one server is written with few calls, in the order in which it came', async () => {
  let calls = 0;
  const counted: Store = {
    ...store,
    insertMany: (collection, documents) => {
      calls += 1;
      return store.insertMany(collection, documents);
    },
  };
  const audit = createAudit(counted, clock);
  await Promise.all(numbers(300).map((each) => audit.append(each)));
  expect(calls).toBeLessThan(5);
  expect((await all()).map(({ subject }) => subject.id)).toEqual(numbers(300).map(({ subject }) => subject.id));
});

test('a chain ends with its day, and the next one begins behind it', async () => {
  const audit = createAudit(store, clock);
  await audit.append(entry('1'));
  clock.forward({ days: 1 });
  await audit.append(entry('2'));
  const [first, second] = await all();
  expect(second).toMatchObject({ number: 1, after: { id: first?._id, hash: first?.hash } });
  expect(await brokenAt(store)).toBeUndefined();
  await store.delete('audit', { _id: { eq: first?._id ?? '' } });
  expect(await brokenAt(store)).toBe(`${first?.chain}.1`);
});

test('the trail of an earlier release stays the chain that it is, and a new one begins behind it', async () => {
  await appendEarlier(store, clock, numbers(3));
  clock.forward({ minutes: 1 });
  await filled(2);
  await appendEarlier(store, clock, numbers(2));
  expect(await chains()).toHaveLength(2);
  expect(await brokenAt(store)).toBeUndefined();
  await store.patch('audit', { _id: { eq: '000000000002' } }, { set: { actor: 'b' } });
  expect(await brokenAt(store)).toBe('2');
});

test.each<[string, (id: string) => Promise<unknown>]>([
  ['changed', (id) => store.patch('audit', { _id: { eq: id } }, { set: { actor: 'b' } })],
  ['changed in its details', (id) => store.patch('audit', { _id: { eq: id } }, { set: { 'detail.way': 'screen' } })],
  ['given another name', (id) => store.patch('audit', { _id: { eq: id } }, { set: { entry: 'another' } })],
  ['removed', (id) => store.delete('audit', { _id: { eq: id } })],
])('an entry that was %s is found', async (_, tamper) => {
  await filled(5);
  const chain = await onlyChain();
  await tamper(idOf({ chain, number: 3 }));
  expect(await brokenAt(store)).toBe(`${chain}.3`);
});

test('an end that was cut off shows with the next entry of the same server, also on the next day', async () => {
  for (const days of [0, 1]) {
    const audit = createAudit(store, clock);
    await audit.append(entry('1'));
    await audit.append(entry('2'));
    const last = (await all()).at(-1);
    await store.delete('audit', { _id: { eq: last?._id ?? '' } });
    expect(await brokenAt(store)).toBeUndefined();
    clock.forward({ days });
    await audit.append(entry('3'));
    expect(await brokenAt(store)).toBe(`${last?.chain}.2`);
    for (const { _id } of await all()) await store.delete('audit', { _id: { eq: _id } });
  }
});

test('an entry with a name of its own is written once, however often and by whomever', async () => {
  const [one, other] = [createAudit(store, clock), createAudit(store, clock)];
  const named = (id: string) => ({ ...entry(id), entry: `entry ${id}`, at: '2026-01-01T00:00:00.000Z' });
  await one.write(named('1'));
  await Promise.all([one.write(named('1')), other.write(named('1')), other.write(named('2'))]);
  await Promise.all([one, other].flatMap((audit) => ['1', '2', '3', '3', '4'].map((id) => audit.write(named(id)))));
  const held = await all();
  expect(held.map(({ subject }) => subject.id).toSorted()).toEqual(['1', '2', '3', '4']);
  expect(new Set(held.map(({ at }) => at))).toEqual(new Set(['2026-01-01T00:00:00.000Z']));
  expect(await brokenAt(store)).toBeUndefined();
});

test('nothing is lost or doubled and no chain breaks, whatever the store does between servers that try again', async () => {
  const key = auditKey('a secret of more than 32 characters');
  for (let seed = 1; seed <= 20; seed += 1) {
    const chance = randomFrom(seed);
    const draw = (): number => chance.between(0, 999) / 1000;
    /** Some calls fail before anything is written, some after a part of it, some after all. */
    const failing: Store = {
      ...store,
      insertMany: async (collection, documents) => {
        const [fails, upTo] = [draw() < 0.4, Math.floor(draw() * (documents.length + 1))];
        if (!fails) return store.insertMany(collection, documents);
        await store.insertMany(collection, documents.slice(0, upTo));
        throw new StoreUnavailableError('Away');
      },
    };
    const servers = [1, 2, 3].map(() => createAudit(failing, clock, key));
    const wanted = Array.from({ length: 30 }, (_, index) => `${seed} ${index}`);
    const tried = wanted.flatMap((name) => [name, name]).toSorted(() => draw() - 0.5);
    const once = async (name: string): Promise<void> => {
      const server = servers[Math.floor(draw() * servers.length)];
      const noted = { ...entry(name), entry: name, at: clock.now().toISOString() };
      await server?.write(noted).catch(() => once(name));
    };
    await Promise.all(tried.map(once));
    clock.forward({ hours: 7 });
    const mine = (await all()).map(({ entry: name = '' }) => name).filter((name) => name.startsWith(`${seed} `));
    expect(mine.toSorted(), `seed ${seed}`).toEqual(wanted.toSorted());
    expect(await brokenAt(store, key), `seed ${seed}`).toBeUndefined();
  }
});

test('a copy that is read while servers write names nothing that it does not hold', async () => {
  const servers = new Map<string, Audit>();
  for (const id of ['1', '2']) {
    const server = createAudit(store, clock);
    await server.append(entry(id));
    const mine = (await all()).find(({ subject }) => subject.id === id);
    servers.set(mine?.chain ?? '', server);
  }
  const [first = '', second = ''] = (await chains()).toSorted();
  await servers.get(second)?.append(entry('3'));
  const inPagesOfOne: Store = { ...store, find: (collection, query) => store.find(collection, { ...query, limit: 1 }) };
  const copied: string[] = [];
  const copy = await temporaryStore(clock);
  for await (const record of everyEntry(inPagesOfOne)) {
    copied.push(record.subject.id);
    await copy.store.restore('audit', record);
    if (record.chain !== second || record.number !== 1) continue;
    // The first chain was read already. It goes on, and a new one begins behind it that is still to be read.
    clock.forward({ minutes: 1 });
    await servers.get(first)?.append(entry('4'));
    clock.forward({ days: 1 });
    await createAudit(store, clock).append(entry('5'));
  }
  expect(copied.toSorted()).toEqual(['1', '2', '3', '4', '5']);
  expect(copied.at(-1)).toBe('4');
  expect(await brokenAt(copy.store)).toBeUndefined();
  await copy.remove();
});

test('a look at the chains sees what was added, an end that was cut off, and after a day whatever was changed', async () => {
  const audit = createAudit(store, clock);
  const found: string[] = [];
  const chain = createAuditChain(store, clock, (at) => void found.push(at));
  for (const each of numbers(5)) await audit.append(each);
  expect(await chain.state()).toBe('whole');
  await audit.append(entry('6'));
  const name = await onlyChain();
  expect(await Promise.all([chain.state(), chain.state()])).toEqual(['whole', 'whole']);
  await store.delete('audit', { _id: { eq: idOf({ chain: name, number: 6 }) } });
  expect([await chain.state(), found]).toEqual(['broken', [`${name}.6`]]);

  expect(await chain.state()).toBe('whole');
  await createAudit(store, clock).append(entry('7'));
  expect(await chain.state()).toBe('whole');
  const other = (await chains()).find((each) => each !== name) ?? '';
  await store.delete('audit', { _id: { eq: idOf({ chain: other, number: 1 }) } });
  expect([await chain.state(), found]).toEqual(['broken', [`${name}.6`, `${other}.1`]]);

  expect(await chain.state()).toBe('whole');
  await store.patch('audit', { _id: { eq: idOf({ chain: name, number: 2 }) } }, { set: { actor: 'b' } });
  expect(await chain.state()).toBe('whole');
  clock.forward({ days: 1 });
  expect([await chain.state(), found.at(-1)]).toEqual(['broken', `${name}.2`]);
});
