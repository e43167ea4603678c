/** Whether the trail is whole: every chain by its links and proofs, and all chains by what their entries say of each other. */
import { sameDigest } from '../../core/ids.ts';
import { every, listOf } from '../../platform/storage/every.ts';
import type { AuditRecord } from '../../platform/audit/entry.ts';
import type { Store } from '../../platform/storage/store.ts';
import type { AuditKey } from './key.ts';
import * as links from '../../platform/audit/links.ts';
import { mainChain, nameOfPlace, type ChainLink, type Place } from '../../platform/audit/links.ts';

/**
 * How well an entry is proved: 0 by nothing, as an older release wrote it; 1 by the key of another secret, which cannot be judged here; 2 by
 * this key. Undefined: its proof is wrong.
 */
const rankOf = ({ hash, key: id, proof }: AuditRecord, key: AuditKey | undefined): number | undefined => {
  if (key === undefined || id === undefined || proof === undefined) return 0;
  if (id !== key.id) return 1;
  return sameDigest(proof, key.proofOf(hash)) ? 2 : undefined;
};

/** How far the trail was found whole. */
export interface Seen {
  ends: ReadonlyMap<string, ChainLink>;
  /** The heads that the first entry over all chains under this key holds: what is under another key stands before it. */
  anchored?: ReadonlyMap<string, number>;
}

/** The heads that an entry over all chains tells of, or the one that a chain was begun behind. */
interface HeadClaim extends ChainLink {
  at: string;
  /** Which entry says so. */
  by: Place;
}

export type Found = { whole: Seen } | { brokenAt: Place };

/** Up to where entries were removed because their time was over. */
export interface Cut {
  upTo: ReadonlyMap<string, ChainLink>;
  /** Everything from before this time was to go; absent in what releases before 0.3.0 wrote. */
  before?: string;
}

const cutOf = ({ detail = {} }: AuditRecord): Cut => {
  const { to, hash, ends, before } = detail;
  const main = typeof to === 'number' ? [{ chain: mainChain, number: to, hash: String(hash) }] : [];
  const upTo = new Map([...main, ...links.linksInText(ends)].map((link) => [link.chain, link]));
  return typeof before === 'string' ? { upTo, before } : { upTo };
};

export const cutsOf = async (store: Store): Promise<Cut[]> => {
  const filter = { action: { eq: 'audit-shortened' } };
  return (await listOf(store, 'audit', { filter, sort: { path: 'at', direction: 'asc' } })).map(cutOf);
};

/** Whether an entry from before `at` may be missing because its time was over. */
export const wasRemoved = (cuts: readonly Cut[], { chain, number }: Place, at: string): boolean =>
  cuts.some(({ upTo, before }) => (upTo.get(chain)?.number ?? 0) >= number || (before !== undefined && at < before));

/** Whether a chain may begin behind `link`: it says so itself, or another does. */
const vouched = async (store: Store, cuts: readonly Cut[], link: ChainLink): Promise<boolean> => {
  for (const { upTo } of cuts) {
    const to = upTo.get(link.chain);
    if (to === undefined || to.number < link.number) continue;
    const hash = to.number === link.number ? link.hash : (await store.get('audit', links.idOf(to)))?.hash;
    if (hash === to.hash) return true;
  }
  return false;
};

/** What one chain was found to be. */
interface Walked {
  end: ChainLink;
  claims: HeadClaim[];
  /** Where its oldest entries are missing: the last of them. */
  cut?: ChainLink;
  /** Of its entries under another key the last. */
  foreign?: Place;
  anchors: { at: string; heads: ReadonlyMap<string, number> }[];
}

const walkChain = async (
  store: Store,
  from: ChainLink,
  key: AuditKey | undefined,
): Promise<Walked | { brokenAt: Place }> => {
  const { chain } = from;
  let { number, hash, rank = 0 } = from;
  // An end that was cut off breaks no link: the entry that was last must still be there.
  if (number > 0 && (await store.get('audit', links.idOf(from)))?.hash !== hash) return { brokenAt: { chain, number } };
  const walked: Walked = { end: from, claims: [], anchors: [] };
  for await (const entry of every(store, 'audit', links.entriesAfter(from))) {
    const place = links.placeOf(entry);
    if (number === 0 && place.number > 1) {
      number = place.number - 1;
      hash = entry.previous;
      walked.cut = { chain, number, hash };
    }
    number += 1;
    const broken = { brokenAt: { chain, number } };
    if (place.number !== number || place.chain !== chain || entry._id !== links.idOf(place)) return broken;
    if (entry.previous !== hash || links.hashOf(entry) !== entry.hash) return broken;
    hash = entry.hash;
    const proved = rankOf(entry, key);
    // A chain may only get better: behind an entry that this key proves none comes that it does not.
    if (proved === undefined || proved < rank) return broken;
    if (key !== undefined && proved === 0 && chain !== mainChain) return broken;
    if (proved === 1 && chain !== mainChain) walked.foreign = { chain, number };
    rank = proved;
    walked.claims.push(...links.headsNamedBy(entry).map((link) => ({ ...link, at: entry.at, by: place })));
    if (entry.action === 'audit-anchored' && proved === 2) {
      const heads = new Map(links.linksInText(entry.detail?.['heads']).map((link) => [link.chain, link.number]));
      walked.anchors.push({ at: entry.at, heads });
    }
  }
  walked.end = { chain, number, hash, rank };
  return walked;
};

/** Whatever it is dated. */
const undated = '~';

const walk = async (store: Store, seen: Seen, key: AuditKey | undefined, since: string): Promise<Found> => {
  const ends = new Map(seen.ends);
  const all: Walked[] = [];
  const claims: HeadClaim[] = [...ends.values()]
    .filter(({ chain }) => chain >= since)
    .map((link) => ({ ...link, at: undated, by: link }));
  for await (const chain of links.chainsOf(store, since)) {
    const found = await walkChain(store, ends.get(chain) ?? { chain, number: 0, hash: links.start }, key);
    if ('brokenAt' in found) return found;
    all.push(found);
    ends.set(chain, found.end);
  }
  const cuts = await cutsOf(store);
  for (const { cut } of all)
    if (cut !== undefined && !(await vouched(store, cuts, cut))) return { brokenAt: { ...cut, number: 1 } };
  for (const { at, by, ...link } of [...claims, ...all.flatMap((each) => each.claims)]) {
    if (link.number === 0) continue;
    const held = await store.get('audit', links.idOf(link));
    if (held === undefined && !wasRemoved(cuts, link, at)) return { brokenAt: link };
    if (held !== undefined && held.hash !== link.hash) return { brokenAt: by };
  }
  const anchors = all.flatMap((each) => each.anchors).sort((one, other) => (one.at < other.at ? -1 : 1));
  const anchored = seen.anchored ?? anchors[0]?.heads;
  for (const { foreign } of all)
    if (anchored !== undefined && foreign !== undefined && (anchored.get(foreign.chain) ?? 0) < foreign.number)
      return { brokenAt: foreign };
  return { whole: anchored === undefined ? { ends } : { ends, anchored } };
};

/** Moves while entries whose time is over are being removed. */
const removing = async (store: Store): Promise<string> => {
  const before = (await cutsOf(store)).at(-1)?.before;
  return `${before} ${before === undefined ? 0 : await store.count('audit', { at: { lt: before } })}`;
};

export const nothingSeen: Seen = { ends: new Map() };

/** Looks at what was added behind `seen`, at all of it when absent; at chains alone whose names do not come before `since`. */
export const trailFrom = async (store: Store, key?: AuditKey, seen: Seen = nothingSeen, since = ''): Promise<Found> => {
  let found: Found;
  let before: string;
  do {
    before = await removing(store);
    found = await walk(store, seen, key, since);
    // Entries whose time was over may have gone on the way.
  } while (!('whole' in found) && (await removing(store)) !== before);
  return found;
};

/** Walks the whole trail. Gives the name of the first entry at which it is found broken, or undefined. */
export const brokenAt = async (store: Store, key?: AuditKey): Promise<string | undefined> => {
  const found = await trailFrom(store, key);
  return 'brokenAt' in found ? nameOfPlace(found.brokenAt) : undefined;
};

/**
 * Every entry, for a copy that is made while the trail is written: chain by chain, and then those that were added meanwhile and that an entry
 * of the copy tells of, so that the copy holds all that it names.
 */
export async function* everyEntry(store: Store): AsyncGenerator<AuditRecord> {
  const read = new Map<string, number>();
  const wanted = new Map<string, number>();
  const want = ({ chain, number }: Place): void => void wanted.set(chain, Math.max(wanted.get(chain) ?? 0, number));
  const note = (entry: AuditRecord): void => {
    const { chain, number } = links.placeOf(entry);
    read.set(chain, number);
    links.headsNamedBy(entry).forEach(want);
  };
  for await (const entry of every(store, 'audit', {
    filter: {},
    sort: { path: '_id', direction: 'asc' },
  })) {
    note(entry);
    yield entry;
  }
  const firstBehind = () => [...wanted].find(([chain, number]) => number > (read.get(chain) ?? 0));
  for (let behind = firstBehind(); behind !== undefined; behind = firstBehind()) {
    const [chain, upTo] = behind;
    wanted.delete(chain);
    for await (const entry of every(store, 'audit', links.entriesAfter({ chain, number: read.get(chain) ?? 0 }))) {
      if (links.placeOf(entry).number > upTo) break;
      note(entry);
      yield entry;
    }
  }
}
