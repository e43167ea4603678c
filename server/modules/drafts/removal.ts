/** Drafts that go before they are submitted: thrown away by their owner, or when their time is over. */
import type { Clock } from '../../core/clock.ts';
import { problem } from '../../core/errors.ts';
import type { Audit } from '../../platform/audit/entry.ts';
import { noteEffect } from '../../platform/effects/pending.ts';
import { finishRemoval, removeNoted, type AfterRemoval } from '../../platform/effects/removal.ts';
import type { Store } from '../../platform/storage/store.ts';
import type { Attachments } from './attachments.ts';
import type { DraftDocument } from './documents.ts';
import type { Drafts } from './drafts.ts';
import { removeReminders } from './notices/reminders.ts';
import type { Room } from './room.ts';

/** The relay's work that finishes the removal of a draft. */
export const removeDraftWork = 'remove-draft';

export interface DraftRemoval {
  /** Throws not-found, draft-submitted or gone, or conflict where the draft is a task's. */
  discard: (owner: string, id: string) => Promise<void>;
  /** Unless somebody changed it in this moment; false then. */
  expire: (draft: DraftDocument) => Promise<boolean>;
  /** For the relay. */
  finish: (removal: string) => Promise<void>;
}

export interface DraftRemovalParts {
  store: Store;
  clock: Clock;
  audit: Audit;
  drafts: Pick<Drafts, 'open'>;
  attachments: Pick<Attachments, 'removeAll'>;
  room: Pick<Room, 'over'>;
}

export const createDraftRemoval = (parts: DraftRemovalParts): DraftRemoval => {
  const { store, clock, drafts, attachments, room } = parts;

  /** What hangs on a draft goes when it has gone. */
  const after: AfterRemoval = async (id, { owner }) => {
    await removeReminders(store, id);
    await attachments.removeAll(id);
    await room.over({ _id: id, owner: String(owner) });
  };

  const remove = (
    draft: DraftDocument,
    only: Record<string, string | number | null>,
    actor: string,
    action: 'draft-deleted' | 'draft-expired',
  ): Promise<boolean> => {
    const wanted = { collection: 'drafts' as const, documents: [draft], only, work: removeDraftWork };
    const noted = noteEffect({ actor, action, subject: { kind: 'draft', id: draft._id } }, clock.now());
    return removeNoted(parts, wanted, noted, after);
  };

  return {
    discard: async (owner, id) => {
      const draft = await store.get('drafts', id);
      const only = { owner, status: 'open', task: null };
      if (draft?.owner === owner && (await remove(draft, only, owner, 'draft-deleted'))) return;
      await drafts.open(owner, id);
      throw problem('conflict');
    },
    expire: (draft) =>
      remove(draft, { owner: draft.owner, status: 'open', revision: draft.revision }, 'system', 'draft-expired'),
    finish: (removal) => finishRemoval(parts, removal, after),
  };
};
