/** Puts a backup into an empty store, and fixes what was under way while it was taken. */
import { Readable } from 'node:stream';
import type { Clock } from '../../server/core/clock.ts';
import type { Config } from '../../server/core/config.ts';
import { every } from '../../server/platform/storage/every.ts';
import { emptyDraft } from '../../server/modules/submissions/index.ts';
import { finishSubmitting } from '../../server/modules/tasks/index.ts';
import { collections } from '../../server/platform/storage/collections.ts';
import type { Storage } from '../../server/platform/storage/open.ts';
import type { DocumentStore, Store, StoredDocument } from '../../server/platform/storage/store.ts';
import { isObject } from '../../engine/json.ts';
import { filesOf, linesOf, readManifest, readPart, type Manifest, type PartLine } from './manifest.ts';
import { readPackage, type PackageReader } from './package.ts';

export interface RestoreParts extends Pick<Storage, 'store' | 'raw' | 'seals'> {
  clock: Clock;
  config: Config;
}

const isStored = (value: unknown): value is StoredDocument =>
  isObject(value) &&
  typeof value['_id'] === 'string' &&
  typeof value['revision'] === 'number' &&
  typeof value['createdAt'] === 'string' &&
  typeof value['updatedAt'] === 'string';

const notUnderstood = ({ name }: PartLine): Error => new Error(`The part ${name} of the backup cannot be understood`);

/** Reads all of it once and judges every SHA-256. Rejects at the first part that is damaged or missing. */
export const checkBackup = async (path: string): Promise<Manifest> => {
  const from = await readPackage(path);
  try {
    const manifest = await readManifest(from);
    for (const part of [...manifest.documents, ...manifest.late]) await readPart(from, part);
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

const named = (collection: string, id: string): string => `${collection} ${id}`;

/** What was read a second time, which counts; gives its names. */
const putLate = async (store: DocumentStore, from: PackageReader, manifest: Manifest): Promise<Set<string>> => {
  const newest = new Map<string, { collection: string; document: StoredDocument }>();
  for (const part of manifest.late)
    for (const row of linesOf(await readPart(from, part))) {
      const { collection, document } = isObject(row) ? row : {};
      if (typeof collection !== 'string' || !isStored(document)) throw notUnderstood(part);
      newest.set(named(collection, document._id), { collection, document });
    }
  for (const { collection, document } of newest.values()) await store.restore(collection, document);
  return new Set(newest.keys());
};

const putDocuments = async (store: DocumentStore, from: PackageReader, manifest: Manifest): Promise<void> => {
  const leftOut = await putLate(store, from, manifest);
  for (const id of manifest.erasedMeanwhile) leftOut.add(named('attachments', id));
  for (const part of manifest.documents) {
    const documents = linesOf(await readPart(from, part)).map((document): StoredDocument => {
      if (!isStored(document)) throw notUnderstood(part);
      return document;
    });
    const wanted = documents.filter(({ _id }) => !leftOut.has(named(part.collection, _id)));
    for (let index = 0; index < wanted.length; index += atOnce)
      await Promise.all(
        wanted.slice(index, index + atOnce).map((document) => store.restore(part.collection, document)),
      );
  }
};

const putFiles = async ({ blobs }: Storage['raw'], from: PackageReader, manifest: Manifest): Promise<void> => {
  for await (const file of filesOf(from, manifest)) {
    const bytes = await readPart(from, file);
    const received = await blobs.receive(Readable.from([bytes]), { maxBytes: bytes.length });
    await received.keep(file.blob);
  }
};

/**
 * What came of something is in the backup, and that something stood a moment behind: a task follows its submission, and a draft that
 * expired in that moment is closed, as the service itself would have done it. Gives the tasks for which that cannot be.
 */
const fix = async (parts: RestoreParts): Promise<string[]> => {
  const { store } = parts;
  const behind: string[] = [];
  const sort = { path: '_id', direction: 'asc' } as const;
  for await (const { _id, task } of every(store, 'submissions', { filter: {}, sort })) {
    const open = { _id: { eq: _id }, status: { eq: 'open' } };
    if ((await store.patch('drafts', open, { set: { status: 'submitted' } })) !== undefined)
      await emptyDraft(store, _id);
    if (task !== undefined) await finishSubmitting(parts, task).catch(() => void behind.push(task));
  }
  return behind;
};

/** Rejects where a key is missing that the backup was sealed with. */
const checkKeys = ({ seals }: RestoreParts, { keys = [] }: Manifest): void => {
  const missing = keys.filter((id) => seals?.keys.known(id) === undefined);
  if (missing.length > 0)
    throw new Error(`This backup cannot be opened without the keys ${missing.join(', ')}: set them first`);
};

/**
 * Sealed parts come back as they lie in the backup. Rejects, and has written nothing, when a key is missing, the store is not empty or any part of the backup is damaged. What it broke off is put back by
 * emptying the store and doing it again.
 */
export const restore = async (parts: RestoreParts, path: string): Promise<{ manifest: Manifest; behind: string[] }> => {
  const present = await filled(parts.store);
  if (present.length > 0)
    throw new Error(`The store is not empty (${present.join(', ')}): a backup is only put into an empty one`);
  const manifest = await checkBackup(path);
  checkKeys(parts, manifest);
  const from = await readPackage(path);
  try {
    await putFiles(parts.raw, from, manifest);
    await putDocuments(parts.raw.store, from, manifest);
    return { manifest, behind: await fix(parts) };
  } finally {
    await from.close();
  }
};
