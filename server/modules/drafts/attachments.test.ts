import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { testClock } from '../../../tests/support/portal.ts';
import { pdf } from '../../../tests/support/files.ts';
import { temporaryStore } from '../../../tests/support/servers/temporary-store.ts';
import { openFileBlobs } from '../../platform/storage/blobs.ts';
import { StoreUnavailableError, type Store } from '../../platform/storage/store.ts';
import { keepUpload } from './attachments.ts';

let store: Store;
let remove: () => Promise<void>;
let folder: string;
beforeEach(async () => {
  ({ store, remove } = await temporaryStore(testClock()));
  folder = mkdtempSync(join(tmpdir(), 'formwork-attachments-'));
});
afterEach(async () => {
  await remove();
  rmSync(folder, { recursive: true });
});

const rules = { at: '/documents', extensions: ['pdf'], maxBytes: 1000 };
const kept = async (): Promise<string[]> => {
  const found: string[] = [];
  for await (const blob of (await openFileBlobs(folder)).keptBefore(new Date(Date.now() + 60_000))) found.push(blob);
  return found;
};

/** Sends a document in while inserting does this. */
const upload = async (insert: (insertIt: () => Promise<unknown>) => Promise<never>): Promise<string[]> => {
  const counted: string[] = [];
  const breaking: Store = { ...store, insert: (name, document) => insert(() => store.insert(name, document)) };
  const audit = { append: () => Promise.resolve(), write: () => Promise.resolve() };
  const parts = { store: breaking, blobs: await openFileBlobs(folder), scanner: undefined, audit };
  const log = { warn: () => undefined };
  const counter = {
    add: ({ _id }: { _id: string }) => Promise.resolve(void counted.push(_id)),
    takeBack: (id: string) => Promise.resolve(void counted.splice(counted.indexOf(id), 1)),
  };
  const belongs = { owner: 'somebody', draft: 'a draft' };
  const sent = { stream: Readable.from([pdf]), name: 'letter.pdf', rules };
  await expect(keepUpload({ ...parts, log }, belongs, sent, counter)).rejects.toThrow();
  return counted;
};

test('a database that goes away before it has said that it holds a document may hold it: its bytes stay for it', async () => {
  const counted = await upload(async (insertIt) => {
    await insertIt();
    throw new StoreUnavailableError('The database cannot answer');
  });
  const { items } = await store.find('attachments', {
    filter: { draft: { eq: 'a draft' } },
    sort: { path: '_id', direction: 'asc' },
    limit: 2,
  });
  expect(items.map(({ _id }) => _id)).toEqual(counted);
  expect(await kept()).toEqual(items.map(({ blob }) => blob));
});

test('where it is certain that there is no record, neither bytes nor a count are left', async () => {
  expect(await upload(() => Promise.reject(new RangeError('not taken')))).toEqual([]);
  expect(await kept()).toEqual([]);
});
