/** Brings what a change says of itself into the audit trail. */
import type { Audit } from '../audit/entry.ts';
import { carriers } from '../storage/collections.ts';
import type { Store, Stored, CollectionName } from '../storage/store.ts';
import type { NoteEffect, WithEffects } from './effect.ts';
import { effectsIn, settle } from './pending.ts';

/** Writes one entry, once however often it is asked for. */
export const writeNote = (audit: Pick<Audit, 'write'>, { id, at, entry }: NoteEffect): Promise<void> =>
  audit.write({ ...entry, entry: id, at });

/**
 * Writes the entries that wait in a document whose change was stored just now, before its request is answered. What fails is left to the relay:
 * the change stands, and so does what is to be said of it.
 */
export const writeNotes = async (
  { store, audit }: { store: Store; audit: Pick<Audit, 'write'> },
  collection: CollectionName,
  { _id, effects = [] }: Pick<Stored, '_id'> & Partial<Pick<WithEffects, 'effects'>>,
): Promise<void> => {
  const notes = effects.filter((effect) => effect.kind === 'note');
  const write = async (note: NoteEffect): Promise<void> => {
    await writeNote(audit, note);
    await settle(store, collection, _id, note.id, undefined);
  };
  await Promise.allSettled(notes.map(write));
};

/** Writes the entries that wait in a record that is to be removed: rejects where that cannot be done, so that none goes with it. */
export const writeNotesFirst = async (
  { store, audit }: { store: Store; audit: Pick<Audit, 'write'> },
  collection: CollectionName,
  id: string,
): Promise<void> => {
  if (!carriers.includes(collection)) return;
  // What holds no effects is not opened: a record whose seal is broken can be removed too.
  if ((await store.count(collection, { _id: { eq: id }, effectsDue: { gt: '' } })) === 0) return;
  const found = await store.get(collection, id);
  for (const effect of found === undefined ? [] : effectsIn(found))
    if (effect.kind === 'note') await writeNote(audit, effect);
};
