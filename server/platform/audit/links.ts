/** Where an entry stands in the trail, what its hash is taken of, and what it says of other entries. */
import { sha256 } from '../../core/ids.ts';
import type { Filter, Page, Query, Store, Stored } from '../storage/store.ts';
import type { AuditRecord } from './entry.ts';

export type Content = Omit<AuditRecord, keyof Stored | 'hash' | 'key' | 'proof'>;

/** The chain that releases before 0.3.0 write, all servers together. */
export const mainChain = 'main';

/** What the first entry of a chain holds in the place of the hash before it. */
export const start = sha256('');

/** What the name of a chain begins with, so that chains are found by their time: the day on which it was begun, in UTC. */
export const dayOfChain = (now: Date): string => now.toISOString().slice(0, 10).replaceAll('-', '');

export interface Place {
  chain: string;
  number: number;
}

/** An entry up to which a chain was found whole. */
export interface ChainLink extends Place {
  hash: string;
  /** How well it is proved. */
  rank?: number;
}

export const placeOf = ({ chain = mainChain, number, sequence }: Content): Place => ({
  chain,
  number: number ?? sequence ?? 0,
});

/** `_id` of the entry at a place. */
export const idOf = ({ chain, number }: Place): string => {
  const padded = String(number).padStart(12, '0');
  return chain === mainChain ? padded : `${chain}.${padded}`;
};

/** As people and logs name an entry. */
export const nameOfPlace = ({ chain, number }: Place): string =>
  chain === mainChain ? String(number) : `${chain}.${number}`;

/** Hash of an entry's content in one fixed order of keys. */
export const hashOf = (content: Content): string => {
  const { chain, number, entry, sequence, at, actor, action, subject, detail, after, previous } = content;
  const details = Object.entries(detail ?? {}).sort(([left], [right]) => (left < right ? -1 : 1));
  const done = [at, actor, action, subject.kind, subject.id, details, previous];
  if (chain === undefined) return sha256(JSON.stringify([sequence, ...done]));
  return sha256(JSON.stringify([chain, number, entry, after === undefined ? [] : [after.id, after.hash], ...done]));
};

/** The entries of a chain behind `number`, in their order. */
export const entriesAfter = ({ chain, number }: Place): { filter: Filter; sort: Query['sort'] } =>
  chain === mainChain
    ? { filter: { sequence: { gt: number } }, sort: { path: 'sequence', direction: 'asc' } }
    : { filter: { chain: { eq: chain }, number: { gt: number } }, sort: { path: 'number', direction: 'asc' } };

/** The newest entry of a chain. */
export const endOf = async (store: Store, chain: string): Promise<AuditRecord | undefined> => {
  const { filter, sort } = entriesAfter({ chain, number: 0 });
  const newestFirst = { ...sort, direction: 'desc' } as const;
  return (await store.find('audit', { filter, sort: newestFirst, limit: 1 })).items[0];
};

/** Entries that are read at once for the names of their chains: a chain may have one entry or many thousands. */
const namesAtOnce = 20;

/** The names of all chains, in the order of their names; `from`: of those alone that do not come before it, and the main one. */
export async function* chainsOf(store: Store, from = ''): AsyncGenerator<string> {
  yield mainChain;
  let test: { gt: string } | { gte: string } = { gte: from };
  for (;;) {
    const sort = { path: 'chain', direction: 'asc' } as const;
    const page: Page<AuditRecord> = await store.find('audit', { filter: { chain: test }, sort, limit: namesAtOnce });
    const names = new Set(page.items.flatMap(({ chain }) => (chain === undefined ? [] : [chain])));
    yield* names;
    const last = [...names].at(-1);
    if (last === undefined) return;
    test = { gt: last };
  }
}

/** Links as the details of an entry hold them. */
export const linksAsText = (links: readonly ChainLink[]): string =>
  links.map(({ chain, number, hash }) => `${chain}:${number}:${hash}`).join(' ');

export const linksInText = (text: unknown): ChainLink[] =>
  typeof text !== 'string' || text === ''
    ? []
    : text.split(' ').map((each) => {
        const [chain = '', number = '', hash = ''] = each.split(':');
        return { chain, number: Number(number), hash };
      });

/** Where the entry with this `_id` stands. */
export const placeNamed = (id: string): Place => {
  const at = id.lastIndexOf('.');
  return at < 0
    ? { chain: mainChain, number: Number(id) }
    : { chain: id.slice(0, at), number: Number(id.slice(at + 1)) };
};

/** The entries that an entry says were there before it: the heads of chains, or the newest one when its own chain was begun. */
export const headsNamedBy = ({ action, detail, after }: AuditRecord): ChainLink[] => [
  ...(action === 'audit-anchored' ? linksInText(detail?.['heads']) : []),
  ...(after === undefined ? [] : [{ ...placeNamed(after.id), hash: after.hash }]),
];
