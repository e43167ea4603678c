/** Unsent words on this device (IndexedDB), by account, draft and window, until the server has them. */
import { clear, createStore, delMany, entries, set } from 'idb-keyval';
import type { JsonObject } from '../../../engine/json.ts';
import type { PageState } from '../../../wire/form.ts';
import { baseOf, changesBetween, keysOf, withChanges, type Changes } from './changes.ts';
import type { Snapshot } from './autosave.ts';

export interface UnsentChanges {
  /** Hash of the version of the form on whose page they were written. */
  form?: string;
  /** The version and language of the form, and the task that it was written for, by which they are read once the draft is gone. */
  of?: { id: string; version: string; hash: string; language?: string; task?: string };
  /** The changed answers as the server had them when they were changed. */
  base: JsonObject;
  changes: Changes;
  pages: Record<string, PageState>;
  lastPage: string;
  /** ISO time. */
  at: string;
}

/** Where unsent words are kept. A device that refuses (private mode, full) must not stop anybody from typing. */
export interface UnsentStore {
  keep: (held: UnsentChanges) => Promise<void>;
  read: () => Promise<UnsentChanges | undefined>;
  release: () => Promise<void>;
}

/** The device itself, for one window. */
export interface Device extends UnsentStore {
  /** Other windows leave the words of this one alone until the given function is called. */
  claim: () => () => void;
  /** Another window has words of the draft that it has not sent. */
  hasOthers: () => Promise<boolean>;
}

export const unsentFrom = (stored: Snapshot, current: Snapshot, at: string): UnsentChanges => {
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
export const sidesOf = ({ base, changes }: UnsentChanges): { base: JsonObject; mine: JsonObject } => ({
  base,
  mine: withChanges(base, changes),
});

/** What two windows of one person left behind: where both changed an answer, the later words stand. */
export const together = (earlier: UnsentChanges, later: UnsentChanges): UnsentChanges => {
  const known = new Set(keysOf(earlier.changes));
  const newer = Object.entries(later.base).filter(([key]) => !known.has(key));
  const cleared = new Set(later.changes.unset);
  const still = Object.entries(earlier.changes.set).filter(([key]) => !cleared.has(key));
  return {
    ...later,
    base: { ...Object.fromEntries(newer), ...earlier.base },
    changes: {
      set: { ...Object.fromEntries(still), ...later.changes.set },
      unset: [...new Set([...earlier.changes.unset, ...later.changes.unset])].filter(
        (key) => later.changes.set[key] === undefined,
      ),
    },
    pages: { ...earlier.pages, ...later.pages },
  };
};

/** Words that nobody came back for in a few days are nobody's any more: whoever else uses the device could come upon them. */
const MOST_DAYS = 3;

const onThisDevice = () => createStore('formwork-unsent', 'drafts');

/** Counts those who signed out here: what was opened before writes nothing down any more. */
let signedOut = 0;

const forgetWhere = async (goes: (account: string, draft: string, at: string) => boolean): Promise<void> => {
  const store = onThisDevice();
  const all = await entries<IDBValidKey, UnsentChanges>(store);
  const going = all.filter(([key, { at }]) => {
    const [account = '', draft = ''] = typeof key === 'string' ? key.split('/') : [];
    return goes(account, draft, at);
  });
  if (going.length > 0)
    await delMany(
      going.map(([key]) => key),
      store,
    );
};

const tooOld = (): string => new Date(Date.now() - MOST_DAYS * 24 * 60 * 60_000).toISOString();

/** Takes away what is too old and, where somebody is signed in, what anybody else left. */
export const forgetOthers = (accountId: string | undefined): Promise<void> =>
  forgetWhere((account, _, at) => at < tooOld() || (accountId !== undefined && account !== accountId));

/** By what kept words are found again: their draft, or the task that they were written for. */
export type UnsentKey = { draft: string } | { task: string };

/** What windows that are closed left of a form which can no longer be written in, the oldest first. */
export const unsentOf = async (accountId: string, of: UnsentKey): Promise<{ key: string; held: UnsentChanges }[]> => {
  const [all, open] = await Promise.all([entries<IDBValidKey, UnsentChanges>(onThisDevice()), claimed()]);
  const oldest = tooOld();
  return all
    .flatMap(([key, held]) => (typeof key === 'string' ? [{ key, held }] : []))
    .filter(({ key, held }) => {
      const [account, draft] = key.split('/');
      const fits = 'draft' in of ? draft === of.draft : held.of?.task === of.task;
      return account === accountId && fits && held.at >= oldest && !open.has(lockOf(key));
    })
    .sort((one, other) => one.held.at.localeCompare(other.held.at));
};

/** Takes away what somebody has seen to. */
export const forgetWords = (keys: readonly string[]): Promise<void> => delMany([...keys], onThisDevice());

/** Takes away what any window has of a draft that is deleted. */
export const forgetDraft = (draftId: string): Promise<void> => forgetWhere((_, draft) => draft === draftId);

/** Takes everything away, for somebody who signs out. */
export const forgetAll = async (): Promise<void> => {
  signedOut += 1;
  await clear(onThisDevice());
};

const lockOf = (key: string): string => `formwork-unsent/${key}`;

/** Keys of windows that are open now. A browser without locks has none that we know of. */
const claimed = async (): Promise<ReadonlySet<string>> => {
  if (!('locks' in navigator)) return new Set();
  const { held = [] } = await navigator.locks.query();
  return new Set(held.flatMap(({ name }) => name ?? []));
};

export const unsentOnDevice = (accountId: string, draftId: string): Device => {
  const store = onThisDevice();
  const openedAfter = signedOut;
  const ofDraft = `${accountId}/${draftId}/`;
  const own = ofDraft + Math.random().toString(36).slice(2);
  let taken: IDBValidKey[] = [];
  return {
    keep: async (held) => {
      if (openedAfter === signedOut) await set(own, held, store);
    },
    read: async () => {
      const all = await entries<IDBValidKey, UnsentChanges>(store);
      const oldest = tooOld();
      const open = await claimed();
      const left = all.filter(
        ([key, { at }]) => at >= oldest && typeof key === 'string' && key.startsWith(ofDraft) && !open.has(lockOf(key)),
      );
      taken = left.map(([key]) => key);
      return left
        .map(([, held]) => held)
        .sort((one, other) => one.at.localeCompare(other.at))
        .reduce<UnsentChanges | undefined>((earlier, later) => (earlier ? together(earlier, later) : later), undefined);
    },
    release: () => delMany([own, ...taken], store),
    hasOthers: async () => {
      const all = await entries<IDBValidKey, UnsentChanges>(store);
      const known = new Set<IDBValidKey>([own, ...taken]);
      const oldest = tooOld();
      return all.some(
        ([key, { at }]) => typeof key === 'string' && key.startsWith(ofDraft) && !known.has(key) && at >= oldest,
      );
    },
    claim: () => {
      if (!('locks' in navigator)) return () => undefined;
      let leave = (): void => undefined;
      const left = new Promise<void>((resolve) => (leave = resolve));
      void navigator.locks.request(lockOf(own), () => left);
      return () => leave();
    },
  };
};
