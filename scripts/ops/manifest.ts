/** What a backup says of itself: the last part that is written, and the first that is read. */
import Type, { type Static } from 'typebox';
import { Check } from 'typebox/value';
import { sha256Of, type PackageReader } from './package.ts';

const Part = Type.Object({
  name: Type.String(),
  bytes: Type.Integer({ minimum: 0 }),
  sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
});

const Manifest = Type.Object({
  /** Of the backup's own form; a reader refuses what it does not know. */
  format: Type.Literal(1),
  /** Everything acknowledged before `from` is in it; nothing that happened after `to` is. */
  from: Type.String(),
  to: Type.String(),
  /** Documents by collection, in the order in which they were read. */
  counts: Type.Record(Type.String(), Type.Integer()),
  blobs: Type.Integer(),
  documents: Type.Array(Type.Object({ ...Part.properties, collection: Type.String(), count: Type.Integer() })),
  /** Records that were read a second time because something came of them meanwhile: these count, not the first. */
  late: Type.Array(Part),
  /** Lists of files, a line for each, so that the manifest itself stays small. */
  files: Type.Array(Part),
  /** Ids of the keys without which parts of it cannot be opened. */
  keys: Type.Optional(Type.Array(Type.String())),
  /** Attachments that were erased while the backup was taken: they are left out when it is put back. */
  erasedMeanwhile: Type.Array(Type.String()),
  /** Attachments whose bytes were missing although they should have been there. */
  missing: Type.Array(Type.String()),
});

/** A line in a list of files. */
const FileLine = Type.Object({ ...Part.properties, blob: Type.String({ pattern: '^[A-Za-z0-9_-]{22}$' }) });

export type FileLine = Static<typeof FileLine>;
export type Manifest = Static<typeof Manifest>;
export type PartLine = Static<typeof Part>;

export const manifestName = 'manifest.json';

/** Not kept: who is signed in, codes that hold for minutes, which server does a job just now, and proofs of keys, which a start makes again. */
const passing = new Set(['sessions', 'challenges', 'leases', 'sealKeys']);

/**
 * What comes of what stands behind what it comes of: a submission is read after the draft that it is made from, what follows from a case
 * after the case, and the audit trail last, so that it never knows less than the records.
 */
const first = ['accounts', 'groups', 'teams', 'cases', 'tasks', 'drafts', 'submissions'];
const last = ['attachments', 'audit'];

/** The names of all collections that a backup keeps, in the order in which they are read. */
export const inOrder = <Name extends string>(names: readonly Name[]): Name[] => {
  const kept = names.filter((name) => !passing.has(name));
  const place = (name: string): number =>
    first.includes(name) ? first.indexOf(name) - first.length : last.indexOf(name) + 1;
  return kept.toSorted((left, right) => place(left) - place(right));
};

/** Rejects when it is no backup, or one of another form. */
export const readManifest = async (from: PackageReader): Promise<Manifest> => {
  const bytes = await from.read(manifestName).catch((error: unknown) => {
    throw new Error('This is no finished backup: it has no manifest.json', { cause: error });
  });
  const read: unknown = JSON.parse(bytes.toString('utf8'));
  if (!Check(Manifest, read)) throw new Error('The manifest of this backup cannot be understood');
  return read;
};

/** The bytes of a part. Rejects when they are not those that were written. */
export const readPart = async (from: PackageReader, { name, sha256 }: PartLine): Promise<Buffer> => {
  const bytes = await from.read(name);
  if (sha256Of(bytes) !== sha256) throw new Error(`The part ${name} of the backup is damaged`);
  return bytes;
};

/** The lines of a part, each read as JSON. */
export const linesOf = (bytes: Buffer): unknown[] =>
  bytes
    .toString('utf8')
    .split('\n')
    .filter((row) => row !== '')
    .map((row): unknown => JSON.parse(row));

/** Every file of a backup, one list after the other. */
export async function* filesOf(from: PackageReader, manifest: Manifest): AsyncGenerator<FileLine> {
  for (const part of manifest.files)
    for (const row of linesOf(await readPart(from, part))) {
      if (!Check(FileLine, row)) throw new Error(`The part ${part.name} of the backup cannot be understood`);
      yield row;
    }
}
