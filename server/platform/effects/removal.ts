/**
 * Removing records, with an entry of the audit trail. What is gone can hold no entry: so what is to go, and what is to be said of it, is written
 * down first, in a document of its own, and taken off when both is done. Whoever dies in between, the relay finishes it.
 */
import type { Clock } from '../../core/clock.ts';
import { newId } from '../../core/ids.ts';
import type { Audit } from '../audit/entry.ts';
import { DuplicateError, type Store, type Stored, type CollectionName } from '../storage/store.ts';
import { overtaken, untilWritten } from '../storage/until-written.ts';
import type { NoteEffect, WithEffects } from './effect.ts';
import { writeNote, writeNotesFirst } from './notes.ts';
import { afterRequest, withEffects, workEffect } from './pending.ts';

type Gone = Pick<Stored, '_id' | 'createdAt'>;

/** The values that paths of a record must still have for it to go. */
type Only = Record<string, string | number | null>;

export interface Wanted {
  collection: CollectionName;
  /** By when they were made, too: one that was made again under the same name stays. */
  documents: readonly Gone[];
  /** Absent: whatever has become of it. */
  only?: Only;
  /** The relay's work that finishes it, where more comes of it than that. */
  work?: string;
}

/** What else is to be done when a record has gone; it may be done twice. */
export type AfterRemoval = (id: string, only: Only) => Promise<void>;

interface Removal extends Stored, WithEffects {
  collection: CollectionName;
  documents: { id: string; createdAt: string }[];
  only: Only;
  noted: NoteEffect;
}

declare module '../storage/store.ts' {
  interface Collections {
    removals: Removal;
  }
}

/** The work of the relay by which a removal is finished. */
export const removalWork = 'remove-records';

const collectionOfRemovals = 'removals';

export interface RemovalParts {
  store: Store;
  audit: Pick<Audit, 'write'>;
  clock: Clock;
}

type Outcome = 'gone' | 'changed';

const tests = (only: Only) => Object.fromEntries(Object.entries(only).map(([path, value]) => [path, { eq: value }]));

const removeOne = async (
  { store, audit }: Pick<RemovalParts, 'store' | 'audit'>,
  { collection, only }: Pick<Removal, 'collection' | 'only'>,
  { id, createdAt }: Removal['documents'][number],
): Promise<Outcome> => {
  const itself = { _id: { eq: id }, createdAt: { eq: createdAt } };
  return untilWritten(collection, async () => {
    const found = await store.findOne(collection, { ...itself, ...tests(only) });
    if (found === undefined) return (await store.count(collection, itself)) > 0 ? 'changed' : 'gone';
    // What is still to be said of it goes into the trail first.
    await writeNotesFirst({ store, audit }, collection, id);
    return (await store.delete(collection, { ...itself, revision: { eq: found.revision } })) ? 'gone' : overtaken;
  });
};

/** True when the records are gone. Doing it again does no more. */
const finish = async (
  parts: Pick<RemovalParts, 'store' | 'audit'>,
  { _id, documents, noted, ...removal }: Pick<Removal, '_id' | 'documents' | 'noted' | 'collection' | 'only'>,
  after: AfterRemoval | undefined,
): Promise<boolean> => {
  const gone: string[] = [];
  for (const document of documents) if ((await removeOne(parts, removal, document)) === 'gone') gone.push(document.id);
  const isGone = gone.length > 0;
  try {
    if (isGone) await writeNote(parts.audit, noted);
    for (const id of gone) await after?.(id, removal.only);
    await parts.store.delete(collectionOfRemovals, { _id: { eq: _id } });
  } catch (error) {
    // They are gone, and what is to come of it stands written: the relay sees to it.
    if (!isGone) throw error;
  }
  return isGone;
};

/** For the relay: rejects while it is not done. */
export const finishRemoval = async (
  parts: Pick<RemovalParts, 'store' | 'audit'>,
  id: string,
  after?: AfterRemoval,
): Promise<void> => {
  const removal = await parts.store.get(collectionOfRemovals, id);
  if (removal === undefined) return;
  await finish(parts, removal, after);
  if ((await parts.store.count(collectionOfRemovals, { _id: { eq: id } })) > 0)
    throw new Error('What comes of a removal is not done yet');
};

/**
 * Removes records, and says so in the audit trail once, whoever dies when. False when none of them was as `wanted` says, or another actor was
 * removing it; then nothing is said of `noted`. Whoever removes it twice is told both times that it is gone.
 */
export const removeNoted = async (
  parts: RemovalParts,
  wanted: Wanted,
  noted: NoteEffect,
  after?: AfterRemoval,
): Promise<boolean> => {
  const { collection, documents, only = {}, work = removalWork } = wanted;
  const [first, ...others] = documents;
  if (first === undefined) return false;
  const removal = {
    _id: others.length === 0 ? `${collection}.${first._id}` : newId(),
    collection,
    documents: documents.map(({ _id, createdAt }) => ({ id: _id, createdAt })),
    only,
    noted,
  };
  const effect = afterRequest(workEffect(work, {}, parts.clock.now()));
  try {
    await parts.store.insert(collectionOfRemovals, { ...removal, ...withEffects([effect]) });
  } catch (error) {
    if (!(error instanceof DuplicateError)) throw error;
    const earlier = await parts.store.get(collectionOfRemovals, removal._id);
    if (earlier === undefined) return false;
    // One that was made again under the same name has not gone with the earlier one.
    const isSame = earlier.documents.every(({ createdAt }) => createdAt === first.createdAt);
    return (await finish(parts, earlier, after)) && isSame && earlier.noted.entry.actor === noted.entry.actor;
  }
  return finish(parts, removal, after);
};
