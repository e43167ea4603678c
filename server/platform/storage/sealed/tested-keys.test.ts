import { writeFileSync } from 'node:fs';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keyNamed, writeKeys } from '../../../../tests/support/servers/seal-keys.ts';
import { testClock } from '../../../../tests/support/portal.ts';
import { openStorage, type Storage } from '../open.ts';
import { StoreUnavailableError } from '../store.ts';
import { createTestedKeys, type TestedKeys } from './tested-keys.ts';

let folder: string;
let keysFile: string;
let open: Storage[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'formwork-tested-keys-'));
  keysFile = join(folder, 'keys');
});
const closeAll = async (): Promise<void> => {
  for (const storage of open) {
    await storage.closeBlobs();
    await storage.store.close();
  }
  open = [];
};
afterEach(async () => {
  await closeAll();
  rmSync(folder, { recursive: true, force: true });
});

/** A server that starts on the keys as they are in the file now. */
const started = async (file = keysFile): Promise<{ storage: Storage; tested: TestedKeys }> => {
  const settings = { dataDir: folder, mongodbUrl: '', mongodbUrlFile: '', keysFile: file, keysCommand: [] };
  const storage = await openStorage(settings, testClock());
  open.push(storage);
  const tested = createTestedKeys(storage.raw, storage.seals?.keys);
  await tested.test();
  return { storage, tested };
};

const write = ({ store }: Storage, _id = 'one') =>
  store.insert('people', {
    _id,
    owner: 'o',
    firstName: 'Ada',
    lastName: 'B',
    dateOfBirth: '2015-04-03',
    lastUsedAt: '2026-01-01T00:00:00.000Z',
    formTitle: 'Permit',
  });

const withOtherBytes = (id: string): void =>
  writeFileSync(keysFile, `${id} ${randomBytes(32).toString('base64')}\n`, { mode: 0o600 });

test('a server takes up the keys of its file, the one that seals first', async () => {
  writeKeys(keysFile, 'b', 'a');
  const { tested } = await started();
  expect([tested.taken(), tested.faults()]).toEqual([['b', 'a'], []]);
});

test('one that lacks a key that seals says so, until it has it', async () => {
  writeKeys(keysFile, 'a');
  await write((await started()).storage);
  await closeAll();
  writeKeys(keysFile, 'b');
  const { storage, tested } = await started();
  expect(tested.faults()).toEqual([expect.stringContaining('The key a is missing')]);
  writeKeys(keysFile, 'b', 'a');
  await tested.test();
  expect([tested.taken(), tested.faults()]).toEqual([['b', 'a'], []]);
  expect((await storage.store.get('people', 'one'))?.firstName).toBe('Ada');
});

test('one without any keys says so', async () => {
  writeKeys(keysFile, 'a');
  await write((await started()).storage);
  await closeAll();
  const { tested } = await started('');
  expect(tested.faults()).toEqual([expect.stringContaining('The key a is missing')]);
});

test('one with other bytes under the name says so, and seals nothing with them', async () => {
  writeKeys(keysFile, 'a');
  await write((await started()).storage);
  await closeAll();
  withOtherBytes('a');
  const { storage, tested } = await started();
  expect([tested.taken(), tested.faults()]).toEqual([
    [],
    ['The key a has other bytes than the one with which the store is sealed'],
  ]);
  await expect(write(storage, 'two')).rejects.toThrow(StoreUnavailableError);
  writeKeys(keysFile, 'a');
  await expect.poll(async () => (await tested.test(), tested.faults()), { timeout: 5000 }).toEqual([]);
  await write(storage, 'two');
});

test('a store from before there were proofs is asked by its records', async () => {
  writeKeys(keysFile, 'a');
  const { storage: before } = await started();
  await write(before);
  await before.raw.store.delete('sealKeys', { _id: { eq: 'a' } });
  await closeAll();
  withOtherBytes('a');
  expect((await started()).tested.faults()).toEqual([expect.stringContaining('The key a has other bytes')]);
  await closeAll();
  writeKeys(keysFile, 'b');
  expect((await started()).tested.faults()).toEqual([expect.stringContaining('The key a is missing')]);
  await closeAll();
  writeKeys(keysFile, 'b', 'a');
  const { storage, tested } = await started();
  expect(tested.faults()).toEqual([]);
  expect((await storage.raw.store.get('sealKeys', 'a'))?.['proof']).toMatch(/^[0-9a-f]{64}$/);
  expect(JSON.stringify(await storage.raw.store.get('sealKeys', 'a'))).not.toContain(keyNamed('a'));
});

test('a command that only looks makes no key one that seals', async () => {
  writeKeys(keysFile, 'a');
  await write((await started()).storage);
  writeKeys(keysFile, 'b', 'a');
  const { storage } = await started();
  await storage.raw.store.delete('sealKeys', { _id: { eq: 'b' } });
  const looking = createTestedKeys(storage.raw, storage.seals?.keys, false);
  await looking.test();
  expect([looking.taken(), looking.faults()]).toEqual([['b', 'a'], []]);
  expect(await storage.raw.store.count('sealKeys', {})).toBe(1);
});

test('a record that somebody changed makes no key wrong', async () => {
  writeKeys(keysFile, 'a');
  const { storage, tested } = await started();
  await write(storage);
  const { revision } = (await storage.store.get('people', 'one')) ?? { revision: 1 };
  await storage.raw.store.rewrite('people', { _id: 'one', revision }, { firstName: ['$sealed', 'a', 'AAAA'] });
  await tested.test();
  expect(tested.faults()).toEqual([]);
});
