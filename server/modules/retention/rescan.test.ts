import { expect, test } from 'vitest';
import { Readable } from 'node:stream';
import type { Scanner } from '../../platform/attachments/scan.ts';
import type { Blobs } from '../../platform/storage/blobs.ts';
import { collections } from '../../platform/storage/collections.ts';
import { openSqlite } from '../../platform/storage/sqlite/sqlite.ts';
import { recordsOf } from '../../platform/storage/store.ts';
import { systemClock } from '../../core/clock.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAudit } from '../audit/audit.ts';
import { createRescan } from './rescan.ts';
import { insertPart } from '../../../tests/support/servers/part-of.ts';

const blobs: Blobs = {
  receive: () => Promise.reject(new Error('Nothing comes in here')),
  open: (id) => Promise.resolve(Readable.from([id])),
  delete: () => Promise.resolve(),
  keptBefore: () => Readable.from([]),
};

/** A scanner that fails on some documents, which are their own ids here. */
const failingOn = (ids: readonly string[], asked: string[]): Scanner => ({
  scan: async (stream) => {
    let id = '';
    for await (const part of stream) id += String(part);
    asked.push(id);
    return ids.includes(id) ? { result: 'unavailable' } : { result: 'clean' };
  },
  answers: () => Promise.resolve(true),
});

const rescanned = async (waiting: number, failing: readonly string[]): Promise<{ judged: number; asked: number }> => {
  const folder = mkdtempSync(join(tmpdir(), 'formwork-rescan-'));
  const store = recordsOf(await openSqlite({ file: join(folder, 'store.db'), collections, clock: systemClock }));
  for (let number = 1; number <= waiting; number += 1)
    await insertPart(store, 'attachments', { _id: `document-${number}`, blob: `blob-${number}`, state: 'waiting' });
  const asked: string[] = [];
  const judged = await createRescan({
    store,
    blobs,
    clock: systemClock,
    scanner: failingOn(failing, asked),
    audit: createAudit(store, systemClock),
    log: { warn: () => undefined },
  })();
  await store.close();
  rmSync(folder, { recursive: true });
  return { judged, asked: asked.length };
};

test('a document that the scanner cannot take does not keep the others waiting', async () => {
  expect(await rescanned(4, ['blob-1', 'blob-3'])).toEqual({ judged: 2, asked: 4 });
});

test('a scanner that is down is not asked about every document', async () => {
  const all = Array.from({ length: 20 }, (_, index) => `blob-${index + 1}`);
  expect(await rescanned(20, all)).toEqual({ judged: 0, asked: 5 });
});
