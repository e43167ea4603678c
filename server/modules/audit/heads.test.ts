import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { verify, type Fault } from '../../../scripts/ops/verify.ts';
import { testClock } from '../../../tests/support/portal.ts';
import { openStorage, type Storage } from '../../platform/storage/open.ts';
import { sha256 } from '../../core/ids.ts';
import { createAuditChain } from './chain.ts';
import { createAudit } from './audit.ts';
import type { AuditEntry, AuditRecord } from '../../platform/audit/entry.ts';
import { keepHead, readHeads } from './heads.ts';
import { auditKey } from './key.ts';

const clock = testClock();
const secret = 'a secret of more than 32 characters';
const key = auditKey(secret);
let dataDir: string;
let storage: Storage;
beforeEach(async () => {
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
const id = (sequence: number) => String(sequence).padStart(12, '0');
const entry = (number: number): AuditEntry => ({
  actor: 'a',
  action: 'submission-read',
  subject: { kind: 'thing', id: String(number) },
});
const append = async (count: number, by = key): Promise<void> => {
  const audit = createAudit(storage.store, clock, by);
  for (let number = 1; number <= count; number += 1) await audit.append(entry(number));
};
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

/** Every entry from `first` on as somebody works it out again who can write to the store and does not have the key. */
const rewrite = async (first: number, proved: (record: AuditRecord) => Partial<AuditRecord>): Promise<void> => {
  let previous =
    first === 1 ? sha256('') : ((await storage.store.get<AuditRecord>('audit', id(first - 1)))?.hash ?? '');
  for (let sequence = first; ; sequence += 1) {
    const held = await storage.store.get<AuditRecord>('audit', id(sequence));
    if (held === undefined) return;
    await storage.store.delete('audit', { _id: { eq: id(sequence) } });
    const { hash: _hash, key: _key, proof: _proof, ...rest } = held;
    const { at, actor, action, subject } = { ...rest, actor: 'somebody else' };
    const hash = sha256(JSON.stringify([sequence, at, actor, action, subject.kind, subject.id, [], previous]));
    const { _id } = held;
    await storage.store.insert<AuditRecord>('audit', {
      _id,
      sequence,
      at,
      actor,
      action,
      subject,
      previous,
      hash,
      ...proved({ ...held, hash }),
    });
    previous = hash;
  }
};

test('a trail of this release, and one that an older release began, are whole', async () => {
  const older = createAudit(storage.store, clock);
  for (let number = 1; number <= 3; number += 1) await older.append(entry(number));
  await append(3);
  await keepHead(storage.store, clock, key, file());
  await append(2);
  expect(await faults()).toEqual([]);
  expect(await state()).toBe('whole');
});

test('a trail that goes on under another secret is whole', async () => {
  await append(2, auditKey('another secret of more than 32 characters'));
  await append(2);
  expect(await faults()).toEqual([]);
});

test('an end that was cut off shows by the head, also in a copy that was kept elsewhere', async () => {
  await append(6);
  await keepHead(storage.store, clock, key, file());
  const copy = join(dataDir, 'copy');
  copyFileSync(file(), copy);
  for (const sequence of [6, 5]) await storage.store.delete('audit', { _id: { eq: id(sequence) } });
  const found = await faults();
  expect(found).toMatchObject([{ kind: 'audit', id: '6' }]);
  expect(found[0]?.what).toContain('missing at the end');
  expect(await state()).toBe('broken');
  rmSync(file());
  expect(await faults()).toEqual([]);
  expect(await faults(copy)).toMatchObject([{ kind: 'audit', id: '6' }]);
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
  await rewrite(4, proved);
  expect(await faults()).toMatchObject([{ kind: 'audit', id: '4' }]);
});

test.each(forgeries)('rewritten as a whole %s, it fits no head', async (_, proved) => {
  await append(6);
  await keepHead(storage.store, clock, key, file());
  await rewrite(1, proved);
  expect((await faults()).length).toBeGreaterThan(0);
  expect(await state()).toBe('broken');
});

test('a head that was changed or is none is told', async () => {
  await append(3);
  const head = await keepHead(storage.store, clock, key, file());
  writeFileSync(file(), `${JSON.stringify({ ...head, sequence: 2 })}\nnot a head\n`);
  expect((await faults()).map(({ what }) => what)).toEqual([
    expect.stringContaining('was not written by this service'),
    'line 2 of the file of heads is not one',
  ]);
});
