/** Brings what a change says of itself into the audit trail. */
import type { Audit } from '../audit/entry.ts';
import type { Store, Stored } from '../storage/store.ts';
import type { NoteEffect, WithEffects } from './effect.ts';
import { settle } from './pending.ts';

/** Writes one entry, once however often it is asked for. */
export const writeNote = (audit: Audit, { id, at, entry }: NoteEffect): Promise<void> =>
  audit.append({ ...entry, entry: id, at });

/**
 * Writes the entries that wait in a document whose change was stored just now, before its request is answered. What fails is left to the relay:
 * the change stands, and so does what is to be said of it.
 */
export const writeNotes = async (
  { store, audit }: { store: Store; audit: Audit },
  collection: string,
  { _id, effects }: Pick<Stored & WithEffects, '_id' | 'effects'>,
): Promise<void> => {
  const notes = effects.filter((effect) => effect.kind === 'note');
  const write = async (note: NoteEffect): Promise<void> => {
    await writeNote(audit, note);
    await settle(store, collection, _id, note.id, undefined);
  };
  await Promise.allSettled(notes.map(write));
};
