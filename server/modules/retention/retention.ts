/** What goes when its time is over: drafts, documents that nothing holds any more, and what was removed. */
import type { Clock } from '../../core/clock.ts';
import type { Blobs } from '../../platform/storage/blobs.ts';
import { every } from '../../platform/storage/every.ts';
import type { CollectionName, Collections, Filter, Store } from '../../platform/storage/store.ts';
import {
  removeReminders,
  type AttachmentDocument,
  type Attachments,
  type DraftDocument,
  type DraftRemoval,
} from '../drafts/index.ts';

export interface Retention {
  /** Deletes drafts past their time, with their documents. Gives how many. */
  expireDrafts: () => Promise<number>;
  /** Erases removed documents, and those whose draft is gone. Gives how many. */
  eraseAttachments: () => Promise<number>;
  /** Erases bytes that no document names, because the server died between the two. Gives how many. */
  eraseLostBytes: () => Promise<number>;
}

export interface RetentionParts {
  store: Store;
  blobs: Blobs;
  clock: Clock;
  attachments: Attachments;
  draftRemoval: Pick<DraftRemoval, 'expire'>;
}

const minute = 60_000;
/** A submission that is under way when a document is removed has long ended after this time. */
const removedFor = 10 * minute;
/** No upload takes so long between its bytes and its record. */
const lostFor = 24 * 60 * minute;
/** Uploads are looked at again between these two ages, in case their draft went while they came in. */
const orphanAges = { from: 48 * 60 * minute, to: 60 * minute };

export const createRetention = ({ store, blobs, clock, attachments, draftRemoval }: RetentionParts): Retention => {
  const ago = (milliseconds: number): string => new Date(clock.now().getTime() - milliseconds).toISOString();

  /** Every document that fits, each read only once even when it stays. Gives with how many something was done. */
  const each = async <Name extends CollectionName>(
    collection: Name,
    filter: Filter,
    path: string,
    act: (document: Collections[Name]) => Promise<boolean>,
  ): Promise<number> => {
    const wanted = { filter, sort: { path, direction: 'asc' }, atOnce: 100 } as const;
    let count = 0;
    for await (const document of every(store, collection, wanted)) if (await act(document)) count += 1;
    return count;
  };

  const expire = async (draft: DraftDocument): Promise<boolean> => {
    // A frozen draft whose submission is still to be made waits for the relay.
    if (draft.status === 'submitted' && draft.frozen !== undefined) return false;
    if (draft.status === 'open') return draftRemoval.expire(draft);
    // What is still to be said of it goes into the trail first.
    if (draft.effects.some(({ kind }) => kind === 'note')) return false;
    const filter = { _id: { eq: draft._id }, revision: { eq: draft.revision } };
    if (!(await store.delete('drafts', filter))) return false;
    await removeReminders(store, draft._id);
    return true;
  };

  /** True when the submission made from this document's draft holds it. */
  const submitted = async ({ _id, draft }: AttachmentDocument): Promise<boolean> => {
    const frozen = (await store.get('submissions', draft)) ?? (await store.get('drafts', draft))?.frozen;
    return frozen?.attachments.some(({ id }) => id === _id) === true;
  };

  const eraseRemoved = async (document: AttachmentDocument): Promise<boolean> => {
    if (await submitted(document)) {
      const filter = { _id: { eq: document._id }, revision: { eq: document.revision } };
      await store.patch('attachments', filter, { set: { state: document.was ?? 'waiting' }, unset: ['was'] });
      return false;
    }
    // What is still to be said of it goes into the trail first.
    if (document.effectsDue !== undefined) return false;
    await attachments.erase(document);
    return true;
  };

  const eraseOrphan = async (document: AttachmentDocument): Promise<boolean> => {
    if (document.sent === true || document.effectsDue !== undefined) return false;
    if (document.state === 'removed' || (await store.count('drafts', { _id: { eq: document.draft } })) > 0)
      return false;
    if ((await store.count('submissions', { _id: { eq: document.draft } })) > 0) return false;
    await attachments.erase(document);
    return true;
  };

  return {
    expireDrafts: () => each('drafts', { expiresAt: { lte: ago(0) } }, 'expiresAt', expire),

    eraseAttachments: async () => {
      const removed = { state: { eq: 'removed' }, updatedAt: { lte: ago(removedFor) } };
      const lately = { updatedAt: { gte: ago(orphanAges.from), lte: ago(orphanAges.to) } };
      const erased = await each('attachments', removed, 'updatedAt', eraseRemoved);
      return erased + (await each('attachments', lately, 'updatedAt', eraseOrphan));
    },

    eraseLostBytes: async () => {
      let count = 0;
      for await (const blob of blobs.keptBefore(new Date(clock.now().getTime() - lostFor))) {
        if ((await store.count('attachments', { blob: { eq: blob } })) > 0) continue;
        await blobs.delete(blob);
        count += 1;
      }
      return count;
    },
  };
};
