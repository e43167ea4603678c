/** Puts a backup into an empty store, and mends what was under way while it was taken. */
import { Readable } from 'node:stream';
import type { Clock } from '../../server/clock.ts';
import type { Config } from '../../server/config.ts';
import type { DraftDocument, SubmissionDocument } from '../../server/services/drafts-documents.ts';
import { every } from '../../server/services/every.ts';
import { emptyDraft } from '../../server/services/submissions-record.ts';
import { finishSubmitting } from '../../server/services/tasks-settle.ts';
import { collections } from '../../server/storage/collections.ts';
import type { Storage } from '../../server/storage/open.ts';
import type { Store, Stored } from '../../server/storage/store.ts';
import { isObject } from '../../engine/json.ts';
import { filesOf, linesOf, readManifest, readPart, type Manifest } from './manifest.ts';
import { readPackage, type PackageReader } from './package.ts';

export interface RestoreParts extends Pick<Storage, 'store' | 'blobs'> {
  clock: Clock;
  config: Config;
}

const isStored = (value: unknown): value is Stored =>
  isObject(value) &&
  typeof value['_id'] === 'string' &&
  typeof value['revision'] === 'number' &&
  typeof value['createdAt'] === 'string' &&
  typeof value['updatedAt'] === 'string';

/** Reads all of it once and judges every SHA-256. Rejects at the first part that is damaged or missing. */
export const checkBackup = async (path: string): Promise<Manifest> => {
  const from = await readPackage(path);
  try {
    const manifest = await readManifest(from);
    for (const part of manifest.documents) await readPart(from, part);
    for await (const file of filesOf(from, manifest)) await readPart(from, file);
    return manifest;
  } finally {
    await from.close();
  }
};

/** Names of collections that hold something. */
const filled = async (store: Store): Promise<string[]> => {
  const names: string[] = [];
  for (const { name } of collections) if (name !== 'leases' && (await store.count(name, {})) > 0) names.push(name);
  return names;
};

/** Written at once, so that they share the store's commits. */
const atOnce = 50;

const putDocuments = async (store: Store, from: PackageReader, manifest: Manifest): Promise<void> => {
  const leftOut = new Set(manifest.erasedMeanwhile);
  for (const part of manifest.documents) {
    const documents = linesOf(await readPart(from, part)).map((document): Stored => {
      if (!isStored(document)) throw new Error(`The part ${part.name} of the backup cannot be understood`);
      return document;
    });
    const wanted = documents.filter(({ _id }) => part.collection !== 'attachments' || !leftOut.has(_id));
    for (let index = 0; index < wanted.length; index += atOnce)
      await Promise.all(
        wanted.slice(index, index + atOnce).map((document) => store.putBack(part.collection, document)),
      );
  }
};

const putFiles = async ({ blobs }: RestoreParts, from: PackageReader, manifest: Manifest): Promise<void> => {
  for await (const file of filesOf(from, manifest)) {
    const bytes = await readPart(from, file);
    const received = await blobs.receive(Readable.from([bytes]), { maxBytes: bytes.length });
    await received.keep(file.blob);
  }
};

/**
 * A draft was read before its submission was made, and a task before its form was submitted: what is told of first follows what came of
 * it, as the service itself would have let it follow. Gives how many were mended.
 */
const mend = async (parts: RestoreParts): Promise<number> => {
  const { store } = parts;
  let mended = 0;
  const sort = { path: '_id', direction: 'asc' } as const;
  for await (const { _id, task } of every<SubmissionDocument>(store, 'submissions', { filter: {}, sort })) {
    const open = { _id: { eq: _id }, status: { eq: 'open' } };
    const closed = await store.update<DraftDocument>('drafts', open, { set: { status: 'submitted' } });
    if (closed !== undefined) {
      await emptyDraft(store, _id);
      mended += 1;
    }
    if (task !== undefined) await finishSubmitting(parts, task);
  }
  return mended;
};

/**
 * Rejects, and has written nothing, when the store is not empty or any part of the backup is damaged. What it broke off is put back by
 * emptying the store and doing it again.
 */
export const restore = async (parts: RestoreParts, path: string): Promise<{ manifest: Manifest; mended: number }> => {
  const present = await filled(parts.store);
  if (present.length > 0)
    throw new Error(`The store is not empty (${present.join(', ')}): a backup is only put into an empty one`);
  const manifest = await checkBackup(path);
  const from = await readPackage(path);
  try {
    await putFiles(parts, from, manifest);
    await putDocuments(parts.store, from, manifest);
    return { manifest, mended: await mend(parts) };
  } finally {
    await from.close();
  }
};
