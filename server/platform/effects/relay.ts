/**
 * Carries out effects that wait in documents: soon after they are written (`kick`) and by a timer. A server claims a
 * document's due effects by moving their time behind a lease, with compare-and-set, so that of several servers one acts; if
 * it dies, another tries again when the lease is over. Claiming raises the document's revision: effects therefore belong in
 * documents whose revision no browser holds.
 */
import type { Clock } from '../../core/clock.ts';
import type { Store, Stored, Test, CollectionName } from '../storage/store.ts';
import { outside } from '../tracing/running.ts';
import type { Tracing } from '../tracing/tracing.ts';
import type { Effect, MailEffect, NoteEffect, WorkEffect } from './effect.ts';
import { effectsChange, effectsIn, hasten, settle } from './pending.ts';

type Holder = Pick<Stored, '_id' | 'revision'> & { effects: readonly Effect[] };
export type Worker = (effect: WorkEffect, holder: { collection: CollectionName; id: string }) => Promise<void>;

export interface Relay {
  /** A collection whose documents may carry effects. */
  watch: (collection: CollectionName) => void;
  /** Who does the work of this name. It may be asked twice for the same effect. */
  handle: (name: string, worker: Worker) => void;
  /** Looks soon whether something is due. */
  kick: () => void;
  /** Since when mails are not taken because the mail server is away, as far as this server has seen; undefined when it is not. */
  mailAwaySince: () => string | undefined;
  /** The mail server is there again: mails that found it away go now. */
  mailBack: () => Promise<void>;
  /** Carries out what is due now; resolves when nothing due is left to do by this server. */
  run: () => Promise<void>;
  start: () => void;
  /** Finishes what was begun. */
  stop: () => Promise<void>;
}

const leaseMinutes = 2;
const atOnce = 20;
const giveUpAfterDays = 5;
const pollSeconds = 5;
/** Nothing is put off for so long: what is due later was put off while a clock was wrong, and is due now. */
const farthestMs = 90 * 60_000;
const lookFarEveryMs = 60_000;

/** Milliseconds before the next try: 5 s, 10 s, 20 s … at most half an hour. */
export const backOff = (attempts: number): number => Math.min(5000 * 2 ** (attempts - 1), 30 * 60_000);

const nameOf = (effect: Effect): string => {
  if (effect.kind === 'note') return `note ${effect.entry.action}`;
  return effect.kind === 'mail' ? `mail ${effect.template}` : `work ${effect.name}`;
};

export interface RelayParts {
  store: Store;
  clock: Clock;
  post: (effect: MailEffect) => Promise<void>;
  /** Writes an entry of the audit trail. It is never given up. */
  note: (effect: NoteEffect) => Promise<void>;
  tracing: Pick<Tracing, 'root'>;
  /** Whether a mail failed because nobody could be reached to take any. */
  isAway?: (error: unknown) => boolean;
  /** Told of each failure; `lost` when it will not be tried again. */
  onFailure: (effect: { id: string; what: string; attempts: number }, error: unknown, lost: boolean) => void;
}

export const createRelay = ({ store, clock, post, note, tracing, isAway, onFailure }: RelayParts): Relay => {
  const collections = new Set<CollectionName>();
  const workers = new Map<string, Worker>();
  /** To be looked at once more. */
  const wanted = new Set<CollectionName>();
  const running = new Map<CollectionName, Promise<void>>();
  /** When each was last looked at for what a wrong clock put off, by `performance.now`. */
  const lookedFar = new Map<CollectionName, number>();
  /** Mails that found the mail server away, by their id, and how often each was tried then. */
  const heldUp = new Map<string, { collection: CollectionName; id: string; attempts: number }>();
  let awaySince: string | undefined;
  let kicked = false;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;

  const later = (milliseconds: number): string => new Date(clock.now().getTime() + milliseconds).toISOString();

  const carryOut = async (effect: Effect, holder: { collection: CollectionName; id: string }): Promise<void> => {
    if (effect.kind === 'mail') {
      await post(effect);
      awaySince = undefined;
      return;
    }
    if (effect.kind === 'note') return note(effect);
    const worker = workers.get(effect.name);
    if (worker === undefined) throw new Error(`Nobody does the work “${effect.name}”`);
    return worker(effect, holder);
  };

  /** Takes the due effects of a document for this server. */
  const claim = async (collection: CollectionName, found: Holder): Promise<Effect[]> => {
    const now = clock.now().toISOString();
    const farthest = later(farthestMs);
    const due = found.effects.filter((effect) => effect.due <= now || effect.due > farthest);
    const lease = later(leaseMinutes * 60_000);
    const effects = found.effects.map((effect) =>
      due.includes(effect)
        ? { ...effect, since: effect.since ?? effect.due, due: lease, attempts: effect.attempts + 1 }
        : effect,
    );
    const filter = { _id: { eq: found._id }, revision: { eq: found.revision } };
    return (await store.patch(collection, filter, effectsChange(effects))) === undefined ? [] : due;
  };

  const attempt = async (
    effect: Effect,
    holder: { collection: CollectionName; id: string },
  ): Promise<string | undefined> => {
    heldUp.delete(effect.id);
    try {
      await tracing.root({ name: nameOf(effect), kind: 'internal', from: effect.trace }, () =>
        carryOut(effect, holder),
      );
      return undefined;
    } catch (error) {
      const attempts = effect.attempts + 1;
      const lost = effect.kind !== 'note' && attempts * 30 > giveUpAfterDays * 24 * 60;
      if (!lost && effect.kind === 'mail' && (isAway?.(error) ?? false)) {
        awaySince ??= clock.now().toISOString();
        heldUp.set(effect.id, { ...holder, attempts });
      }
      onFailure({ id: effect.id, what: nameOf(effect), attempts }, error, lost);
      return lost ? undefined : later(backOff(attempts));
    }
  };

  /** True when something was carried out. */
  const serve = async (collection: CollectionName, found: Holder): Promise<boolean> => {
    const due = await claim(collection, found);
    const holder = { collection, id: found._id };
    // Each is noted by itself as soon as it is done: whoever dies then repeats as little as possible.
    await Promise.all(
      due.map(async (effect) => settle(store, collection, found._id, effect.id, await attempt(effect, holder))),
    );
    return due.length > 0;
  };

  const sweep = async (collection: CollectionName, due: Test): Promise<void> => {
    const filter = { effectsDue: due };
    const sort = { path: 'effectsDue', direction: 'asc' } as const;
    const { items } = await store.find(collection, { filter, sort, limit: atOnce });
    const holders = items.map((item) => ({ _id: item._id, revision: item.revision, effects: effectsIn(item) }));
    const served = await Promise.all(holders.map((holder) => serve(collection, holder)));
    // What was carried out may have left effects in any collection.
    if (served.includes(true)) begin();
  };

  const loop = async (collection: CollectionName): Promise<void> => {
    await Promise.resolve();
    try {
      while (wanted.delete(collection)) {
        await sweep(collection, { lte: later(0) });
        if (performance.now() - (lookedFar.get(collection) ?? -lookFarEveryMs) < lookFarEveryMs) continue;
        lookedFar.set(collection, performance.now());
        await sweep(collection, { gt: later(farthestMs) });
      }
    } finally {
      running.delete(collection);
    }
  };

  /** Each collection by itself, so that work which takes its time keeps no mail of another one waiting. */
  const begin = (): void => {
    if (stopped) return;
    kicked = false;
    for (const collection of collections) {
      wanted.add(collection);
      if (!running.has(collection)) running.set(collection, loop(collection));
    }
  };

  const run = async (): Promise<void> => {
    begin();
    while (running.size > 0) {
      await Promise.all(running.values());
      if (kicked) begin();
    }
  };

  const quietly = (): void => {
    if (stopped) return;
    run().catch((error: unknown) => onFailure({ id: '', what: 'looking for effects', attempts: 0 }, error, false));
  };

  const kick = (): void => {
    kicked = true;
    outside(() => setImmediate(quietly));
  };

  /** Only those that nobody has tried since: whoever tries one at this moment must not be followed by another. */
  const mailBack = async (): Promise<void> => {
    awaySince = undefined;
    const held = [...heldUp];
    heldUp.clear();
    for (const [effectId, { collection, id, attempts }] of held) {
      const still = (each: Effect): boolean => each.id === effectId && each.attempts === attempts;
      await hasten(store, collection, id, still, clock.now());
    }
    if (held.length > 0) kick();
  };

  return {
    mailAwaySince: () => awaySince,
    mailBack,
    watch: (collection) => void collections.add(collection),
    handle: (name, worker) => void workers.set(name, worker),
    kick,
    run,
    start: () => {
      timer = setInterval(quietly, pollSeconds * 1000);
      timer.unref();
      quietly();
    },
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      await Promise.allSettled(running.values());
    },
  };
};
