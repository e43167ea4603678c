import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { verify, type Fault } from '../../../scripts/ops/verify.ts';
import { testClock } from '../../../tests/support/portal.ts';
import { openStorage, type Storage } from '../../platform/storage/open.ts';
import { listOf } from '../../platform/storage/every.ts';
import { hashOf, idOf, linksInText, start } from '../../platform/audit/links.ts';
import { appendEarlier } from '../../../tests/support/servers/earlier-trail.ts';
import { createAuditChain } from './chain.ts';
import { createAudit } from './audit.ts';
import type { AuditEntry, AuditRecord } from '../../platform/audit/entry.ts';
import type { ActAction } from '../../platform/audit/words.ts';
import { keepHead, readHeads } from './heads.ts';
import { auditKey } from './key.ts';

let clock = testClock();
const secret = 'a secret of more than 32 characters';
const key = auditKey(secret);
let dataDir: string;
let storage: Storage;
beforeEach(async () => {
  clock = testClock();
  dataDir = mkdtempSync(join(tmpdir(), 'formwork-heads-'));
  const none = { mongodbUrl: '', mongodbUrlFile: '', keysFile: '', keysCommand: [] };
  storage = await openStorage({ dataDir, ...none }, clock);
});
afterEach(async () => {
  await storage.closeBlobs();
  await storage.store.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const file = (): string => join(dataDir, 'audit-heads.jsonl');
const entry = (number: number): AuditEntry<ActAction> => ({
  actor: 'a',
  action: 'submission-read',
  subject: { kind: 'thing', id: String(number) },
});
const entries = (count: number): AuditEntry<ActAction>[] =>
  Array.from({ length: count }, (_, index) => entry(index + 1));
/** By a server of its own. */
const append = async (count: number, by = key): Promise<void> => {
  clock.forward({ seconds: 1 });
  const audit = createAudit(storage.store, clock, by);
  for (const each of entries(count)) await audit.append(each);
};
const chainNow = async (): Promise<string> => {
  const sort = { path: 'at', direction: 'desc' } as const;
  return (await storage.store.find('audit', { filter: {}, sort, limit: 1 })).items[0]?.chain ?? 'main';
};
const id = (chain: string, number: number) => idOf({ chain, number });
const keep = (by = key) => {
  clock.forward({ seconds: 1 });
  return keepHead({ store: storage.store, clock, audit: createAudit(storage.store, clock, by), key: by }, file());
};
const removed = (chain: string, ...numbers: number[]) =>
  Promise.all(numbers.map((number) => storage.store.delete('audit', { _id: { eq: id(chain, number) } })));
const faults = async (heads?: string): Promise<Fault[]> => {
  const config = { secret, dataDir, auditHeadsFile: '' };
  return (await verify({ ...storage, clock, config, ...(heads === undefined ? {} : { heads }) })).faults;
};
const state = (): Promise<string> =>
  createAuditChain(
    storage.store,
    clock,
    () => undefined,
    key,
    () => readHeads(file()),
  ).state();

/** Every entry of a chain from `first` on as somebody works it out again who can write to the store and does not have the key. */
const rewrite = async (
  chain: string,
  first: number,
  proved: (record: AuditRecord) => Partial<AuditRecord>,
): Promise<void> => {
  let previous = (await storage.store.get('audit', id(chain, first - 1)))?.hash ?? start;
  for (let number = first; ; number += 1) {
    const held = await storage.store.get('audit', id(chain, number));
    if (held === undefined) return;
    await storage.store.delete('audit', { _id: { eq: held._id } });
    const { hash: _hash, key: _key, proof: _proof, ...rest } = held;
    const content = { ...rest, actor: 'somebody else', previous };
    const hash = hashOf(content);
    await storage.store.insert('audit', { ...content, hash, ...proved({ ...held, hash }) });
    previous = hash;
  }
};

test('a trail of this release, and one that an older release began, are whole', async () => {
  await appendEarlier(storage.store, clock, entries(3));
  await appendEarlier(storage.store, clock, entries(3), key);
  await append(3);
  await keep();
  await append(2);
  expect(await faults()).toEqual([]);
  expect(await state()).toBe('whole');
});

test('heads of one chain, as earlier releases wrote them, hold its end', async () => {
  await appendEarlier(storage.store, clock, entries(3), key);
  const last = await storage.store.get('audit', id('main', 3));
  const head = ['head', 'main', last?.at, 3, last?.hash];
  const [, chain, at, sequence, hash] = head;
  const line = { chain, at, sequence, hash, key: key.id, proof: key.proofOf(JSON.stringify(head)) };
  writeFileSync(file(), `${JSON.stringify(line)}\n`);
  expect(await faults()).toEqual([]);
  await removed('main', 3);
  expect(await faults()).toMatchObject([{ kind: 'audit', id: '3' }]);
});

test('a trail that goes on under another secret is whole', async () => {
  const other = auditKey('another secret of more than 32 characters');
  await append(2, other);
  await keep(other);
  await append(2, other);
  await append(2);
  await keep();
  await append(2);
  await keep();
  expect(await faults()).toEqual([]);
});

test('a chain that somebody put in under a key of their own shows once heads were written', async () => {
  await append(2);
  await keep();
  await append(2, auditKey('a secret that somebody made up for it'));
  expect((await faults()).length).toBeGreaterThan(0);
});

test('a chain that somebody put in without proofs shows', async () => {
  await append(2);
  for (const each of entries(2)) await createAudit(storage.store, clock).append(each);
  expect((await faults()).length).toBeGreaterThan(0);
});

test.each<[string, (chain: string) => Promise<unknown>]>([
  ['a chain that is gone whole', (chain) => removed(chain, 1, 2, 3)],
  ['the end of one', (chain) => removed(chain, 3)],
])('%s, of a server that ended, is missed by the heads in the trail', async (_, tamper) => {
  await append(2);
  await append(3);
  const ended = await chainNow();
  await keep();
  await append(1);
  await keep();
  expect(await faults()).toEqual([]);
  await tamper(ended);
  expect((await faults()).map((fault) => fault.id)).toEqual([`${ended}.3`]);
  expect(await state()).toBe('broken');
});

test('heads are named once: a chain that ended stands in the entry of its last day', async () => {
  await append(2);
  await keep();
  await append(3);
  await keep();
  const sort = { path: 'at', direction: 'asc' } as const;
  const filter = { action: { eq: 'audit-anchored' } };
  const anchors = await listOf(storage.store, 'audit', { filter, sort });
  const counts = anchors.map(({ detail }) =>
    linksInText(detail?.['heads'])
      .map(({ number }) => number)
      .toSorted(),
  );
  expect(counts).toEqual([[2], [1, 3]]);
});

test('an end that was cut off shows by the head, also in a copy that was kept elsewhere', async () => {
  await append(6);
  const head = await keep();
  const copy = join(dataDir, 'copy');
  copyFileSync(file(), copy);
  await removed(head?.chain ?? '', 1);
  const found = await faults();
  expect(found).toMatchObject([{ kind: 'audit', id: `${head?.chain}.1` }]);
  expect(found[0]?.what).toContain('missing at the end');
  expect(await state()).toBe('broken');
  rmSync(file());
  expect(await faults()).toEqual([]);
  expect(await faults(copy)).toMatchObject([{ kind: 'audit', id: `${head?.chain}.1` }]);
});

const foreign = auditKey('a secret that somebody made up for it');
const forgeries: [string, (record: AuditRecord) => Partial<AuditRecord>][] = [
  ['without proofs', () => ({})],
  ['with the old proofs', ({ key: by, proof }) => ({ ...(by && { key: by }), ...(proof && { proof }) })],
  ['with the key’s name and made-up proofs', ({ hash }) => ({ key: key.id, proof: foreign.proofOf(hash) })],
  ['under another key', ({ hash }) => ({ key: foreign.id, proof: foreign.proofOf(hash) })],
];

test.each(forgeries)('rewritten from the middle %s, it is broken there', async (_, proved) => {
  await append(6);
  const chain = await chainNow();
  await rewrite(chain, 4, proved);
  expect(await faults()).toMatchObject([{ kind: 'audit', id: `${chain}.4` }]);
  await appendEarlier(storage.store, clock, entries(6), key);
  await rewrite('main', 4, proved);
  expect(await faults()).toMatchObject([{ kind: 'audit', id: '4' }]);
});

test.each(forgeries)('rewritten as a whole %s, it fits no head', async (_, proved) => {
  await append(6);
  const chain = await chainNow();
  await keep();
  await rewrite(chain, 1, proved);
  expect((await faults()).length).toBeGreaterThan(0);
  expect(await state()).toBe('broken');
});

test('a head that was changed or is none is told', async () => {
  await append(3);
  const head = await keep();
  writeFileSync(file(), `${JSON.stringify({ ...head, at: '2026-01-01T00:00:00.000Z' })}\nnot a head\n`);
  expect((await faults()).map(({ what }) => what)).toEqual([
    expect.stringContaining('was not written by this service'),
    'line 2 of the file of heads is not one',
  ]);
});
