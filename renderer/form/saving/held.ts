/** Unsent words on this device (IndexedDB), by account and draft, until the server has them. */
import { createStore, del, get, set } from 'idb-keyval';
import type { JsonObject } from '../../../engine/json.ts';
import type { PageState } from '../../../wire/form.ts';
import { baseOf, changesBetween, withChanges, type Changes } from './changes.ts';
import type { Snapshot } from './autosave.ts';

export interface Held {
  /** The changed answers as the server had them when they were changed. */
  base: JsonObject;
  changes: Changes;
  pages: Record<string, PageState>;
  lastPage: string;
  /** ISO time. */
  at: string;
}

/** Where unsent words are kept. A device that refuses (private mode, full) must not stop anybody from typing. */
export interface HeldStore {
  keep: (held: Held) => Promise<void>;
  read: () => Promise<Held | undefined>;
  release: () => Promise<void>;
}

export const heldFrom = (stored: Snapshot, current: Snapshot, at: string): Held => {
  const changes = changesBetween(stored.answers, current.answers);
  return {
    base: baseOf(changes, stored.answers),
    changes,
    pages: current.pages,
    lastPage: current.lastPage,
    at,
  };
};

/** The two sides of the merge that brings held words back: what was changed from, and what it was changed to. */
export const sidesOf = ({ base, changes }: Held): { base: JsonObject; mine: JsonObject } => ({
  base,
  mine: withChanges(base, changes),
});

export const heldOnDevice = (accountId: string, draftId: string): HeldStore => {
  const store = createStore('formwork-unsent', 'drafts');
  const key = `${accountId}/${draftId}`;
  return {
    keep: (held) => set(key, held, store),
    read: () => get<Held>(key, store),
    release: () => del(key, store),
  };
};
