/** Carries out what `autosave.ts` decides: sends, waits, keeps unsent words on the device, and reads what others changed. */
import type { JsonObject } from '../../../engine/json.ts';
import type { Draft, DraftPatch, Saved } from '../../../wire/form.ts';
import { begin, hasUnsent, step, type Autosave, type Failure, type SaveEvent, type Snapshot } from './autosave.ts';
import { changesBetween, isEmpty, withChanges } from './changes.ts';
import { baseAfter, merge, settle, type Merge } from './conflict.ts';
import { unsentFrom, sidesOf, type UnsentChanges, type UnsentStore } from './unsent-store.ts';

export type SaveResult = { saved: Saved } | { failed: Failure; retryAfterMs?: number };

export interface SaveTransport {
  /** `leaving`: the page is closing, so the request must outlive it. */
  save: (patch: DraftPatch, leaving: boolean) => Promise<SaveResult>;
  /** The draft as the server has it now, or why it cannot be had. */
  read: () => Promise<{ draft: StoredDraft } | { failed: Failure }>;
}

export type StoredDraft = Omit<Saved, 'answers'> & Pick<Draft, 'pages' | 'lastPage'> & { answers: JsonObject };

export interface Clock {
  now: () => Date;
  after: (ms: number, run: () => void) => () => void;
}

export interface Saving {
  state: () => Autosave;
  /** Unsent words could be kept on this device; a private window or a full disk may refuse them. */
  keptOnDevice: () => boolean;
  /** What both sides changed, while the person has not chosen yet. */
  conflict: () => Merge | undefined;
  subscribe: (listener: () => void) => () => void;
  change: (current: Snapshot) => void;
  /** Sends at once; true when everything is on the server. */
  flush: (leaving?: boolean) => Promise<boolean>;
  /** The person chose: `mine` holds the questions of which their own words are kept. */
  resolve: (mine: ReadonlySet<string>) => void;
  /** Signed in again, or the network is back. */
  resume: () => void;
  /** Something else than an answer was saved meanwhile. */
  adopt: (saved: Saved) => void;
  stop: () => void;
}

interface Options {
  draft: StoredDraft;
  /** What an earlier visit could not send. */
  held: UnsentChanges | undefined;
  transport: SaveTransport;
  heldStore: UnsentStore;
  clock: Clock;
  /** The answers changed by other means than typing: a merge or a choice. */
  onAnswers: (answers: JsonObject) => void;
}

const snapshotOf = ({ answers, pages, lastPage }: StoredDraft): Snapshot => ({ answers, pages, lastPage });

export const startSaving = ({ draft, held, transport, heldStore, clock, onAnswers }: Options): Saving => {
  let state = begin(snapshotOf(draft), draft);
  let theirs = draft;
  let pending: Merge | undefined;
  let typedBefore = draft.answers;
  let leaving = false;
  let stopWaiting = (): void => undefined;
  let keeping = Promise.resolve();
  let kept = true;
  const listeners = new Set<() => void>();
  const waiters = new Set<(done: boolean) => void>();

  const tell = (): void => listeners.forEach((listener) => listener());
  const noteKept = (now: boolean): void => {
    if (kept === now) return;
    kept = now;
    tell();
  };
  // One write after the other, so that a late “keep” never brings back what a later “release” took away.
  const onDevice = (write: () => Promise<void>): void => {
    keeping = keeping.then(write).then(
      () => noteKept(true),
      () => noteKept(false),
    );
  };

  const settleWaiters = (): void => {
    if (waiters.size === 0 || state.phase === 'sending') return;
    if (state.phase === 'waiting') {
      dispatch({ type: 'flush' });
      return;
    }
    const done = state.phase === 'saved';
    const all = [...waiters];
    waiters.clear();
    all.forEach((waiter) => waiter(done));
  };

  const dispatch = (event: SaveEvent): void => {
    const [next, effects] = step(state, event);
    state = next;
    for (const effect of effects) {
      if (effect.do === 'send') void send(effect.patch);
      else if (effect.do === 'wait') wait(effect.ms);
      else if (effect.do === 'hold') {
        const words = unsentFrom(state.stored, state.current, clock.now().toISOString());
        // Of a form that is gone, nothing but words is of any use.
        const useless = state.phase === 'gone' && isEmpty(words.changes);
        onDevice(() => (useless ? heldStore.release() : heldStore.keep(words)));
      } else onDevice(() => heldStore.release());
    }
    tell();
    settleWaiters();
  };

  const wait = (ms: number): void => {
    stopWaiting();
    stopWaiting = clock.after(ms, () => dispatch({ type: 'paused' }));
  };

  const send = async (patch: DraftPatch): Promise<void> => {
    stopWaiting();
    const closing = leaving;
    leaving = false;
    const result = await transport.save(patch, closing);
    if ('saved' in result) {
      const before = state.current.answers;
      dispatch({ type: 'saved', saved: result.saved });
      if (state.current.answers !== before) onAnswers(state.current.answers);
      return;
    }
    dispatch({
      type: 'failed',
      why: result.failed,
      ...(result.retryAfterMs !== undefined && { retryAfterMs: result.retryAfterMs }),
    });
    if (result.failed === 'conflict') await meet();
  };

  /** Reads what the other tab or device saved, takes what nobody disputes, and asks about the rest. */
  const meet = async (): Promise<void> => {
    const read = await transport.read();
    if ('failed' in read) {
      dispatch({ type: 'failed', why: read.failed });
      return;
    }
    theirs = read.draft;
    const tried = state.unanswered.map(({ answers }) => answers);
    const base = baseAfter(state.stored.answers, theirs.answers, tried);
    bring(merge(base, state.current.answers, theirs.answers));
  };

  const bring = (merged: Merge): void => {
    if (merged.conflicts.length === 0) {
      finish(merged.answers);
      return;
    }
    pending = merged;
    typedBefore = state.current.answers;
    tell();
  };

  const finish = (answers: JsonObject): void => {
    pending = undefined;
    onAnswers(answers);
    const current = { answers, pages: { ...theirs.pages, ...state.current.pages }, lastPage: state.current.lastPage };
    dispatch({ type: 'settled', revision: theirs.revision, stored: snapshotOf(theirs), current });
  };

  if (held) {
    const { base, mine } = sidesOf(held);
    state = { ...state, phase: 'conflict', current: { ...state.current, pages: held.pages, lastPage: held.lastPage } };
    bring(merge(base, mine, draft.answers));
  }

  return {
    state: () => state,
    keptOnDevice: () => kept,
    conflict: () => pending,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    change: (current) => dispatch({ type: 'changed', current }),
    flush: (closing = false) => {
      leaving = closing;
      if (!hasUnsent(state) && state.phase !== 'sending') return Promise.resolve(state.phase === 'saved');
      return new Promise((resolve) => {
        waiters.add(resolve);
        if (state.phase === 'sending') return;
        dispatch({ type: 'flush' });
      });
    },
    resolve: (mine) => {
      if (!pending) return;
      const typedSince = changesBetween(typedBefore, state.current.answers);
      finish(withChanges(settle(pending, mine), typedSince));
    },
    resume: () => {
      if (state.phase === 'signedOut') state = { ...state, phase: 'offline' };
      if (state.phase === 'offline') dispatch({ type: 'flush' });
    },
    adopt: ({ revision }) => dispatch({ type: 'settled', revision, stored: state.stored, current: state.current }),
    stop: () => stopWaiting(),
  };
};
