/**
 * How much of something there may be, held however many ask at once on however many servers: each allowance is one document that lists what
 * counts against it, changed by one conditional write. What a server that died has left in it is found out when it looks full.
 */
import type { Clock } from '../../core/clock.ts';
import type { JsonObject } from '../../../engine/json.ts';
import { DuplicateError, type Store, type Stored } from '../storage/store.ts';
import { overtaken, untilWritten } from '../storage/until-written.ts';

/** What counts against an allowance, by id, with its bytes. */
export type Counted = ReadonlyMap<string, number>;

export interface Allowance {
  /** Its name in the store. */
  id: string;
  most: { count: number; bytes: number };
  /** All that is there, for an allowance that is not written down yet. */
  all: () => Promise<Counted>;
  /** Whether something that was counted is still there. */
  isThere: (entry: string) => Promise<boolean>;
}

export type Counting = 'counted' | 'too-many' | 'too-many-bytes';

export interface Allowances {
  /** Counts something that is about to be there, or says of what there would be too much. */
  take: (allowance: Allowance, entry: string, bytes: number) => Promise<Counting>;
  /** Counts more bytes for something, never fewer. */
  grow: (allowance: Allowance, entry: string, bytes: number) => Promise<Counting>;
  /** Counts something no longer; nothing happens where it was not counted. */
  release: (id: string, entry: string) => Promise<void>;
  /** Forgets a whole allowance; it is written down again when something is to be counted. */
  end: (id: string) => Promise<void>;
}

interface AllowanceDocument extends Stored {
  count: number;
  bytes: number;
  /** `at`: ISO time at which it was counted. */
  entries: Record<string, { bytes: number; at: string }>;
  /** Written down again from what is there after that. */
  expiresAt: string;
}

declare module '../storage/store.ts' {
  interface Collections {
    allowances: AllowanceDocument;
  }
}

const collection = 'allowances';
/** Longer than it takes from being counted to being there. */
const arrivingMs = 60_000;
const keptMs = 30 * 24 * 60 * 60_000;

const later = (now: Date, ms: number): string => new Date(now.getTime() + ms).toISOString();

const sums = (entries: AllowanceDocument['entries']) => ({
  count: Object.keys(entries).length,
  bytes: Object.values(entries).reduce((sum, { bytes }) => sum + bytes, 0),
});

const asJson = (entries: AllowanceDocument['entries']): JsonObject =>
  Object.fromEntries(Object.entries(entries).map(([entry, each]) => [entry, { ...each }]));

export const createAllowances = (store: Store, clock: Clock): Allowances => {
  const read = (id: string) => store.get(collection, id);

  const writeDown = async ({ id, all }: Allowance): Promise<void> => {
    const now = clock.now();
    const found = [...(await all())].map(([entry, bytes]) => [entry, { bytes, at: now.toISOString() }] as const);
    const entries = Object.fromEntries(found);
    try {
      await store.insert(collection, {
        _id: id,
        ...sums(entries),
        entries,
        expiresAt: later(now, keptMs),
      });
    } catch (error) {
      if (!(error instanceof DuplicateError)) throw error;
    }
  };

  /** Leaves out what is gone. `same`: nothing was; `changed`: something was, or somebody else wrote meanwhile. */
  const tidy = async ({ isThere }: Allowance, current: AllowanceDocument): Promise<'same' | 'changed'> => {
    const oldest = later(clock.now(), -arrivingMs);
    const kept: AllowanceDocument['entries'] = {};
    for (const [entry, each] of Object.entries(current.entries))
      if (each.at > oldest || (await isThere(entry))) kept[entry] = each;
    if (Object.keys(kept).length === Object.keys(current.entries).length) return 'same';
    const filter = { _id: { eq: current._id }, revision: { eq: current.revision } };
    await store.patch(collection, filter, { set: { ...sums(kept), entries: asJson(kept) } });
    return 'changed';
  };

  /** Tries `write` until it is done, or until all that is counted is there and it does not fit. */
  const until = (allowance: Allowance, write: () => Promise<boolean>): Promise<Counting> =>
    untilWritten(collection, async () => {
      if (await write()) return 'counted';
      const current = await read(allowance.id);
      if (current === undefined) await writeDown(allowance);
      else if ((await tidy(allowance, current)) === 'same') {
        if (await write()) return 'counted';
        return current.count >= allowance.most.count ? 'too-many' : 'too-many-bytes';
      }
      return overtaken;
    });

  return {
    take: (allowance, entry, bytes) =>
      until(allowance, async () => {
        const now = clock.now();
        const { id, most } = allowance;
        const fits = { _id: { eq: id }, count: { lt: most.count }, bytes: { lte: most.bytes - bytes } };
        const counted = await store.patch(collection, fits, {
          set: { [`entries.${entry}`]: { bytes, at: now.toISOString() }, expiresAt: later(now, keptMs) },
          add: { count: 1, bytes },
        });
        return counted !== undefined;
      }),

    grow: (allowance, entry, bytes) =>
      until(allowance, async () => {
        const { id, most } = allowance;
        const before = (await read(id))?.entries[entry]?.bytes;
        if (before !== undefined && before >= bytes) return true;
        const more = bytes - (before ?? 0);
        const fits = {
          _id: { eq: id },
          bytes: { lte: most.bytes - more },
          [`entries.${entry}.bytes`]: { eq: before ?? null },
        };
        const at = clock.now().toISOString();
        const grown = await store.patch(collection, fits, {
          set: before === undefined ? { [`entries.${entry}`]: { bytes, at } } : { [`entries.${entry}.bytes`]: bytes },
          add: { bytes: more, count: before === undefined ? 1 : 0 },
        });
        return grown !== undefined;
      }),

    release: async (id, entry) => {
      const bytes = (await read(id))?.entries[entry]?.bytes;
      if (bytes === undefined) return;
      const counted = { _id: { eq: id }, [`entries.${entry}.bytes`]: { eq: bytes } };
      await store.patch(collection, counted, {
        unset: [`entries.${entry}`],
        add: { count: -1, bytes: -bytes },
      });
    },

    end: async (id) => {
      await store.delete(collection, { _id: { eq: id } });
    },
  };
};
