/** Copies everything that a running service holds, page by page, without stopping it; what is sealed stays so. */
import { buffer } from 'node:stream/consumers';
import type { Clock } from '../../server/core/clock.ts';
import type { AttachmentDocument, SubmissionDocument } from '../../server/modules/drafts/index.ts';
import { everyEntry } from '../../server/modules/audit/index.ts';
import { every } from '../../server/platform/storage/every.ts';
import { collections } from '../../server/platform/storage/collections.ts';
import type { Storage } from '../../server/platform/storage/open.ts';
import { keyIdOfBlob } from '../../server/platform/storage/sealed/sealed-blobs.ts';
import { keyIdsIn } from '../../server/platform/storage/sealed/sealed.ts';
import { recordsOf, type CollectionName, type Stored } from '../../server/platform/storage/store.ts';
import { inOrder, manifestName, type FileLine, type Manifest, type PartLine } from './manifest.ts';
import { sha256Of, writePackage, type PackageWriter } from './package.ts';

/** Store and blobs as they lie there. */
export interface BackupParts {
  raw: Storage['raw'];
  clock: Clock;
}

type Parts = Storage['raw'];

/** Lines of one part, and the size behind which a part ends: one part is held in memory. */
const mostOfPart = 500;
const bytesOfPart = 8 * 1024 * 1024;

const written = async (to: PackageWriter, name: string, bytes: Buffer): Promise<PartLine> => {
  await to.add(name, bytes);
  return { name, bytes: bytes.length, sha256: sha256Of(bytes) };
};

/** Gathers lines into parts `<folder>/000001.jsonl` and so on; `onPart` is told of each. */
const linesInto = (to: PackageWriter, folder: string, onPart: (part: PartLine, count: number) => void) => {
  let rows: string[] = [];
  let bytes = 0;
  let parts = 0;
  const flush = async (): Promise<void> => {
    if (rows.length === 0) return;
    parts += 1;
    const name = `${folder}/${String(parts).padStart(6, '0')}.jsonl`;
    const count = rows.length;
    const content = Buffer.from(rows.join(''));
    rows = [];
    bytes = 0;
    onPart(await written(to, name, content), count);
  };
  const add = async (value: object): Promise<void> => {
    const row = `${JSON.stringify(value)}\n`;
    rows.push(row);
    bytes += row.length;
    if (rows.length === mostOfPart || bytes >= bytesOfPart) await flush();
  };
  return { add, flush };
};

const noteKeys = (manifest: Manifest, ids: readonly (string | undefined)[]): void => {
  manifest.keys = [...new Set([...(manifest.keys ?? []), ...ids.filter((id) => id !== undefined)])];
};

/** The bytes of an infected document were deleted when the virus was found. */
export const hasBytes = ({ state, was }: Pick<AttachmentDocument, 'state' | 'was'>): boolean =>
  state !== 'infected' && was !== 'infected';

/** The file of an attachment as it was copied; notes in the manifest where it is gone. */
const copyFile = async (
  { store, blobs }: Parts,
  { _id, blob, ...attachment }: AttachmentDocument,
  to: PackageWriter,
  manifest: Manifest,
): Promise<FileLine | undefined> => {
  if (!hasBytes(attachment)) return undefined;
  const bytes = await blobs.open(blob).then(buffer, () => undefined);
  if (bytes !== undefined) {
    manifest.blobs += 1;
    noteKeys(manifest, [keyIdOfBlob(bytes)]);
    return { ...(await written(to, `blobs/${blob.slice(0, 2)}/${blob}`, bytes)), blob };
  }
  const now = await recordsOf(store).get('attachments', _id);
  const erased = now === undefined || !hasBytes(now);
  (erased ? manifest.erasedMeanwhile : manifest.missing).push(_id);
  return undefined;
};

/** Servers' clocks may differ by so much, and the relay may be behind by so much. */
const marginMs = 10 * 60_000;

/**
 * What a fresh submission came of, as it stands now that the submission does: its draft, its task, and the draft in which a task that was
 * opened again is written.
 */
const cameOf = async ({ store }: Parts, { _id, task: id }: SubmissionDocument) => {
  const found: { collection: string; document: Stored }[] = [];
  const records = recordsOf(store);
  const add = async <Name extends CollectionName>(collection: Name, wanted: string) => {
    const document = await records.get(collection, wanted);
    if (document !== undefined) found.push({ collection, document });
    return document;
  };
  const task = id === undefined ? undefined : await add('tasks', id);
  await add('drafts', _id);
  if (task !== undefined && task.draft !== _id) await add('drafts', task.draft);
  return found;
};

const copyCollection = async (parts: Parts, name: CollectionName, to: PackageWriter, manifest: Manifest) => {
  const records = recordsOf(parts.store);
  let total = 0;
  const lines = linesInto(to, `documents/${name}`, (part, count) => {
    manifest.documents.push({ ...part, collection: name, count });
    total += count;
  });
  const files = linesInto(to, 'files', (part) => void manifest.files.push(part));
  const collection = collections.find((each) => each.name === name);
  const add = async (document: Stored): Promise<void> => {
    if (collection !== undefined) noteKeys(manifest, keyIdsIn(collection, document));
    await lines.add(document);
  };
  if (name === 'attachments')
    for await (const attachment of every(records, name, all)) {
      await add(attachment);
      const file = await copyFile(parts, attachment, to, manifest);
      if (file !== undefined) await files.add(file);
    }
  else if (name === 'submissions') {
    const late = linesInto(to, 'late', (part) => void manifest.late.push(part));
    const since = new Date(Date.parse(manifest.from) - marginMs).toISOString();
    for await (const submission of every(records, name, all)) {
      await add(submission);
      if (submission.createdAt >= since) for (const line of await cameOf(parts, submission)) await late.add(line);
    }
    await late.flush();
  } else if (name === 'audit') for await (const entry of everyEntry(records)) await add(entry);
  else for await (const document of every(records, name, all)) await add(document);
  await lines.flush();
  await files.flush();
  manifest.counts[name] = total;
};

const all = { filter: {}, sort: { path: '_id', direction: 'asc' } } as const;

/**
 * Writes a backup to `out` (a folder, or one file where the name ends in `.tar`) and gives its manifest. Its `missing` names what an
 * operator should look into. Rejects when `out` is there already.
 */
export const backup = async (parts: BackupParts, out: string): Promise<Manifest> => {
  const to = await writePackage(out);
  const started = parts.clock.now().toISOString();
  const manifest: Manifest = {
    format: 1,
    from: started,
    to: started,
    counts: {},
    blobs: 0,
    documents: [],
    late: [],
    files: [],
    erasedMeanwhile: [],
    missing: [],
  };
  for (const name of inOrder(collections.map((collection) => collection.name)))
    await copyCollection(parts.raw, name, to, manifest);
  manifest.to = parts.clock.now().toISOString();
  await to.add(manifestName, Buffer.from(JSON.stringify(manifest, undefined, 1)));
  await to.finish();
  return manifest;
};
