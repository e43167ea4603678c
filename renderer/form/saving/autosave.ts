/**
 * When a draft is saved, as a pure state machine: events in, new state and effects out. It owns no clock, no network and
 * no storage; `run.ts` carries its effects out. At most one request is in flight; what changes meanwhile goes next.
 */
import equal from 'fast-deep-equal';
import { isObject, type JsonObject } from '../../../engine/json.ts';
import type { DraftPatch, PageState, Saved } from '../../../wire/form.ts';
import { changesBetween, isEmpty } from './changes.ts';

/** All that is kept of a draft, as it stands on this page. */
export interface Snapshot {
  answers: JsonObject;
  pages: Record<string, PageState>;
  lastPage: string;
}

export type Phase =
  /** Everything is on the server. */
  | 'saved'
  /** Changed; the pause after the last change is running. */
  | 'waiting'
  | 'sending'
  /** Not reached; the words are on this device and go when it is back. */
  | 'offline'
  /** Changed elsewhere; the person (or the merge) decides before anything is sent. */
  | 'conflict'
  | 'signedOut'
  /** The draft is no longer there: deleted, expired or submitted. */
  | 'gone'
  /** Somebody else has the form now, or it was taken back: what is unsent stays here. */
  | 'taken'
  /** A newer version of the form has taken the draft over; what was written here went along, and this page is the old one. */
  | 'renewed'
  /** The server does not take it, and sending it again would not help. */
  | 'refused'
  /** The account holds as much as it can; there may be room once something else was deleted. */
  | 'full';

export interface Autosave {
  phase: Phase;
  revision: number;
  savedAt: string;
  expiresAt: string;
  /** What the server has. */
  stored: Snapshot;
  current: Snapshot;
  /** What the request in flight carries. */
  sending: Snapshot | undefined;
  /** What requests without an answer carried since the last one that had one: the server may have it. */
  unanswered: Snapshot[];
  /** Failures in a row. */
  failures: number;
}

export type Failure = 'offline' | 'busy' | 'conflict' | 'signedOut' | 'gone' | 'taken' | 'renewed' | 'refused' | 'full';

export type SaveEvent =
  | { type: 'changed'; current: Snapshot }
  /** Do not wait for the pause: the page changes, the tab closes, a button was pressed, the network is back. */
  | { type: 'flush' }
  | { type: 'paused' }
  | { type: 'saved'; saved: Saved }
  | { type: 'failed'; why: Failure; retryAfterMs?: number }
  /** The other version was read and merged; `current` is what shall stand from now on. */
  | { type: 'settled'; revision: number; stored: Snapshot; current: Snapshot };

export type SaveEffect =
  | { do: 'send'; patch: DraftPatch }
  /** Run `paused` after so many milliseconds; replaces a pause that is running. */
  | { do: 'wait'; ms: number }
  /** Keep what is unsent on this device. */
  | { do: 'hold' }
  /** Nothing is unsent any more. */
  | { do: 'release' };

/** Idle time after the last change before it is sent. */
export const PAUSE_MS = 1000;
/** More than are tried while somebody types on through a short fault. */
const MOST_UNANSWERED = 20;
const BACK_OFF_MS = [2000, 5000, 15_000, 30_000, 60_000];

type Step = [Autosave, SaveEffect[]];

export const begin = (stored: Snapshot, { revision, savedAt, expiresAt }: Omit<Saved, 'answers'>): Autosave => ({
  phase: 'saved',
  revision,
  savedAt,
  expiresAt,
  stored,
  current: stored,
  sending: undefined,
  unanswered: [],
  failures: 0,
});

/** Whether anything stands here that the server does not have yet. */
export const hasUnsent = (state: Autosave): boolean => patchOf(state) !== undefined;

/** The request that would bring the server up to date, or `undefined` when it is. */
export const patchOf = ({ revision, stored, current }: Autosave): DraftPatch | undefined => {
  const changes = changesBetween(stored.answers, current.answers);
  const pages = Object.entries(current.pages).filter(([id, state]) => stored.pages[id] !== state);
  const moved = stored.lastPage !== current.lastPage;
  if (isEmpty(changes) && pages.length === 0 && !moved) return undefined;
  return {
    revision,
    ...(Object.keys(changes.set).length > 0 && { set: changes.set }),
    ...(changes.unset.length > 0 && { unset: changes.unset }),
    ...(pages.length > 0 && { pages: Object.fromEntries(pages) }),
    ...(moved && { lastPage: current.lastPage }),
  };
};

const blocked = (phase: Phase): boolean =>
  phase === 'conflict' || phase === 'signedOut' || phase === 'gone' || phase === 'taken' || phase === 'renewed';

const send = (state: Autosave): Step => {
  const patch = patchOf(state);
  if (!patch) return [{ ...state, phase: 'saved' }, [{ do: 'release' }]];
  return [{ ...state, phase: 'sending', sending: state.current }, [{ do: 'send', patch }]];
};

/**
 * With one more that had no answer. The first ones are kept, for they may have reached the server before it went away, and the last ones, for it may
 * be back; of many the ones between are forgotten. A repeat of the last says nothing new.
 */
const withUnanswered = (unanswered: Snapshot[], unheard: Snapshot): Snapshot[] => {
  if (unanswered.at(-1)?.answers === unheard.answers) return unanswered;
  const all = [...unanswered, unheard];
  return all.length <= MOST_UNANSWERED ? all : all.filter((_, index) => index !== MOST_UNANSWERED / 2);
};

const failed = (state: Autosave, why: Failure, retryAfterMs: number | undefined): Step => {
  const unheard = why === 'offline' || why === 'busy' ? state.sending : undefined;
  const unanswered = unheard === undefined ? state.unanswered : withUnanswered(state.unanswered, unheard);
  const next = { ...state, sending: undefined, unanswered, failures: state.failures + 1 };
  if (why !== 'offline' && why !== 'busy') return [{ ...next, phase: why }, [{ do: 'hold' }]];
  const ms = Math.max(BACK_OFF_MS[Math.min(state.failures, BACK_OFF_MS.length - 1)] ?? 0, retryAfterMs ?? 0);
  return [{ ...next, phase: 'offline' }, [{ do: 'hold' }, { do: 'wait', ms }]];
};

/** Answers that came to be asked and were there already, or that were put back because they are locked: what was not touched here since it was sent takes them on. */
const withShown = (sent: Snapshot, current: Snapshot, shown: JsonObject): Pick<Autosave, 'stored' | 'current'> => {
  const fresh = Object.fromEntries(
    Object.entries(shown).filter(([key]) => equal(sent.answers[key], current.answers[key])),
  );
  const stored = { ...sent, answers: { ...sent.answers, ...shown } };
  if (Object.keys(fresh).length === 0) return { stored: Object.keys(shown).length === 0 ? sent : stored, current };
  return { stored, current: { ...current, answers: { ...current.answers, ...fresh } } };
};

/** One event. Effects are in the order in which they are to be carried out. */
export const step = (state: Autosave, event: SaveEvent): Step => {
  switch (event.type) {
    case 'changed': {
      const next = { ...state, current: event.current };
      if (blocked(state.phase) || state.phase === 'sending') return [next, [{ do: 'hold' }]];
      if (!hasUnsent(next)) return [{ ...next, phase: 'saved' }, [{ do: 'release' }]];
      if (state.phase === 'offline') return [next, [{ do: 'hold' }]];
      return [{ ...next, phase: 'waiting' }, [{ do: 'hold' }, { do: 'wait', ms: PAUSE_MS }]];
    }
    case 'flush':
    case 'paused':
      if (blocked(state.phase) || state.phase === 'sending' || state.phase === 'saved') return [state, []];
      if ((state.phase === 'refused' || state.phase === 'full') && event.type === 'paused') return [state, []];
      return send(state);
    case 'saved': {
      const { answers, ...saved } = event.saved;
      const sent = state.sending ?? state.stored;
      const next: Autosave = {
        ...state,
        ...saved,
        ...withShown(sent, state.current, isObject(answers) ? answers : {}),
        sending: undefined,
        unanswered: [],
        failures: 0,
        phase: 'saved',
      };
      return hasUnsent(next)
        ? [{ ...next, phase: 'waiting' }, [{ do: 'hold' }, { do: 'wait', ms: PAUSE_MS }]]
        : [next, [{ do: 'release' }]];
    }
    case 'failed':
      return failed(state, event.why, event.retryAfterMs);
    case 'settled':
      return send({
        ...state,
        revision: event.revision,
        stored: event.stored,
        current: event.current,
        sending: undefined,
        unanswered: [],
        failures: 0,
      });
  }
};
