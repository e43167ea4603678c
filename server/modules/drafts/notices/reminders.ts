/** Tells people by mail that a form they began is about to go. */
import { formatDate, instantAfter } from '../../../../engine/index.ts';
import type { Clock } from '../../../core/clock.ts';
import { dayOf } from '../../../core/clock.ts';
import { withEffects } from '../../../platform/effects/pending.ts';
import type { WithEffects } from '../../../platform/effects/effect.ts';
import { every } from '../../../platform/storage/every.ts';
import { DuplicateError } from '../../../platform/storage/store.ts';
import type { Store, Stored } from '../../../platform/storage/store.ts';
import type { Catalogue } from '../../catalogue/index.ts';
import type { DraftDocument } from '../documents.ts';
import { noticeEffect, titleOf } from './notices.ts';

/** That a reminder was sent. It stands by itself because the browser holds the draft's revision. */
interface ReminderDocument extends Stored, WithEffects {
  draft: string;
}

declare module '../../../platform/storage/store.ts' {
  interface Collections {
    reminders: ReminderDocument;
  }
}

/** Takes away that the owner of a draft was told that it is about to go; the draft itself has gone. */
export const removeReminders = async (store: Store, draft: string): Promise<void> => {
  const wanted = { filter: { draft: { eq: draft } }, sort: { path: '_id', direction: 'asc' } } as const;
  for await (const { _id } of every(store, 'reminders', wanted)) await store.delete('reminders', { _id: { eq: _id } });
};

/** Days before a draft goes. */
const daysBefore = [7, 1];

export interface Reminders {
  /** Writes the reminders that are due, each once for each time that a draft was saved. Gives how many. */
  remind: () => Promise<number>;
}

/** Which reminder a draft is due for: the latest one whose day has come. */
export const reminderDue = (expiresAt: string, now: string): number | undefined =>
  daysBefore.filter((days) => now < expiresAt && now >= instantAfter(expiresAt, -days)).at(-1);

export const createReminders = ({
  store,
  clock,
  timeZone,
  catalogue,
  kick,
}: {
  store: Store;
  clock: Clock;
  timeZone: string;
  catalogue: Catalogue;
  kick: () => void;
}): Reminders => {
  const remindOf = async (draft: DraftDocument, now: string): Promise<boolean> => {
    const days = reminderDue(draft.expiresAt, now);
    if (days === undefined || draft.status !== 'open' || draft.task !== undefined) return false;
    const formVersion = await catalogue.formVersion(draft.form.hash);
    const form = await formVersion?.inLanguage(draft.language);
    const date = formatDate(dayOf(draft.expiresAt, timeZone), form?.language);
    const link = { link: 'Continue your form', path: `/forms/${draft._id}` };
    const values = { form: titleOf(form) ?? draft.form.title, date };
    const mail = noticeEffect('reminder', form, values, { account: draft.owner }, link, clock.now());
    try {
      await store.insert('reminders', {
        _id: `${draft._id}:${days}:${draft.expiresAt.slice(0, 10)}`,
        draft: draft._id,
        ...withEffects([mail]),
      });
      return true;
    } catch (error) {
      if (error instanceof DuplicateError) return false;
      throw error;
    }
  };

  return {
    remind: async () => {
      const now = clock.now().toISOString();
      const soon = {
        filter: { expiresAt: { gt: now, lte: instantAfter(now, Math.max(...daysBefore)) } },
        sort: { path: 'expiresAt', direction: 'asc' },
        atOnce: 100,
      } as const;
      let count = 0;
      for await (const draft of every(store, 'drafts', soon)) if (await remindOf(draft, now)) count += 1;
      if (count > 0) kick();
      return count;
    },
  };
};
