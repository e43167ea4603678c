/**
 * A store that seals what its collections declare as sealed, on any other store. Values that were written before there were keys stay
 * readable; each is sealed when it is written the next time, or by rotation.
 */
import { isObject, type JsonValue } from '../../../../engine/json.ts';
import { changed } from '../changed.ts';
import { memberAt } from '../member.ts';
import type { Keyring, SealKey } from './keys.ts';
import { isSealed, seal, SealedError, unseal } from './seal.ts';
import { checkUnsealed, mapped, sealedChange, sealedPathsOf, setsSealed } from './sealed-paths.ts';
import type { EachValue, SealedPath } from './sealed-paths.ts';
import type { Change, Collection, DocumentStore, Filter, Query, Stored, StoredDocument } from '../store.ts';
import { overtaken, untilStored } from '../until-written.ts';

/** Documents as they lie in the store, and as they are. */
export interface Sealing {
  /** Rejects with SealedError. */
  opened: <T extends Stored>(collection: string, document: T) => Promise<T>;
  /** Seals one part of the document of this id. */
  sealPart: (collection: string, id: string) => EachValue;
  sealed: <T extends { _id: string }>(collection: string, document: T) => T;
  /**
   * What of a document is plain or under another key than the first, sealed again, by path; and the ids of all keys that it is under now.
   * Rejects with SealedError.
   */
  stale: (collection: string, document: Stored) => Promise<{ set: Record<string, JsonValue>; used: string[] }>;
  /** Throws a RangeError where there is no such collection. */
  pathsOf: (collection: string) => { collection: Collection; paths: SealedPath[] };
}

/** Sealing changes values and no names, so what went in as a document comes out as one. */
const eachPart = <T extends object>(document: T, paths: readonly SealedPath[], change: EachValue): T => {
  if (paths.length === 0 || !isObject(document)) return document;
  const copy = mapped(document, paths, change);
  return isObject(copy) ? { ...document, ...copy } : document;
};

/** Ids of the keys that parts of a document are under, as it lies in the store. */
export const keyIdsIn = (collection: Collection, document: Stored): string[] => {
  const ids = new Set<string>();
  eachPart(document, sealedPathsOf(collection), (value) => {
    if (isSealed(value)) ids.add(value[1]);
    return value;
  });
  return [...ids];
};

export const createSealing = (collections: readonly Collection[], keys: Keyring): Sealing => {
  const declared = new Map(
    collections.map((collection) => [collection.name, { collection, paths: sealedPathsOf(collection) }]),
  );
  const pathsOf: Sealing['pathsOf'] = (name) => {
    const found = declared.get(name);
    if (found === undefined) throw new RangeError(`No such collection: ${name}`);
    return found;
  };

  const opening =
    (collection: string, id: string): EachValue =>
    (value, path) => {
      if (!isSealed(value)) return value;
      const place = { collection, id, path };
      const key = keys.known(value[1]);
      if (key === undefined) throw new SealedError(place, value[1], 'no key');
      return unseal(key, place, value);
    };

  const sealPart: Sealing['sealPart'] = (collection, id) => {
    // What is not sealed at all asks for no key.
    let key: SealKey | undefined;
    return (value, path) => seal((key ??= keys.first()), { collection, id, path }, value);
  };

  /** Once more where a key was missing and has been added since. */
  const withKeys = async <T>(work: () => T): Promise<T> => {
    for (;;) {
      try {
        return work();
      } catch (error) {
        if (!(error instanceof SealedError) || error.why === 'broken') throw error;
        if ((await keys.find(error.keyId)) === undefined) throw error;
      }
    }
  };

  return {
    pathsOf,
    opened: (name, document) => withKeys(() => eachPart(document, pathsOf(name).paths, opening(name, document._id))),
    sealPart,
    sealed: (name, document) => eachPart(document, pathsOf(name).paths, sealPart(name, document._id)),
    stale: (name, document) =>
      withKeys(() => {
        const key = keys.first();
        const open = opening(name, document._id);
        const set: Record<string, JsonValue> = {};
        const used = new Set<string>();
        for (const path of pathsOf(name).paths) {
          let again = 0;
          const copy = eachPart({ ...document }, [path], (value, at) => {
            const current = isSealed(value) && value[1] === key.id;
            used.add(key.id);
            again += current ? 0 : 1;
            return current ? value : seal(key, { collection: name, id: document._id, path: at }, open(value, at));
          });
          const whole = memberAt(copy, path.names);
          if (again > 0 && whole !== undefined) set[path.names.join('.')] = whole;
        }
        return { set, used: [...used] };
      }),
  };
};

const namedId = (filter: Filter): string | undefined => {
  const named = filter['_id'];
  return named !== undefined && 'eq' in named && typeof named.eq === 'string' ? named.eq : undefined;
};

/** `inner`: where it all lies. */
export const sealedStore = (inner: DocumentStore, sealing: Sealing): DocumentStore => {
  const { opened, sealed, pathsOf } = sealing;

  const look = (name: string, filter: Filter, sort?: Query['sort']): void => {
    const { collection, paths } = pathsOf(name);
    checkUnsealed(collection, paths, filter, sort);
  };

  const first = async (name: string, filter: Filter, sort?: Query['sort']): Promise<StoredDocument | undefined> =>
    sort === undefined ? inner.findOne(name, filter) : (await inner.find(name, { filter, sort, limit: 1 })).items[0];

  /** The whole document is opened, changed and put in the place of the very revision that was read. */
  const changeOpened = (
    name: string,
    filter: Filter,
    change: Change,
    sort?: Query['sort'],
  ): Promise<StoredDocument | undefined> =>
    untilStored(name, async () => {
      const before = await first(name, filter, sort);
      if (before === undefined) return undefined;
      // A change keeps what the store itself keeps.
      const { _id, revision, createdAt, updatedAt }: Stored = before;
      const after = { ...changed(await opened(name, before), change), _id, revision, createdAt, updatedAt };
      return (await inner.replace(name, sealed(name, after))) ?? overtaken;
    });

  /** The change beneath the seals; undefined where the document has to be opened for it. */
  const beneath = (name: string, filter: Filter, change: Change): Change | undefined => {
    const { paths } = pathsOf(name);
    const id = namedId(filter);
    if (id === undefined) return setsSealed(change, paths) ? undefined : sealedChange(change, paths, (value) => value);
    return sealedChange(change, paths, sealing.sealPart(name, id));
  };

  return {
    insert: async (name, document) => opened(name, await inner.insert(name, sealed(name, document))),
    insertMany: (name, documents) =>
      inner.insertMany(
        name,
        documents.map((document) => sealed(name, document)),
      ),
    restore: (name, document) => inner.restore(name, sealed(name, document)),
    get: async (name, id) => {
      const found = await inner.get(name, id);
      return found && opened(name, found);
    },
    findOne: async (name, filter) => {
      look(name, filter);
      const found = await inner.findOne(name, filter);
      return found && opened(name, found);
    },
    find: async (name, query) => {
      look(name, query.filter, query.sort);
      const page = await inner.find(name, query);
      return { ...page, items: await Promise.all(page.items.map((item) => opened(name, item))) };
    },
    replace: async (name, document) => {
      const replaced = await inner.replace(name, sealed(name, document));
      return replaced && opened(name, replaced);
    },
    update: async (name, filter, change, sort) => {
      look(name, filter, sort);
      const within = beneath(name, filter, change);
      const after =
        within === undefined
          ? await changeOpened(name, filter, change, sort)
          : await inner.update(name, filter, within, sort);
      return after && opened(name, after);
    },
    patch: async (name, filter, change) => {
      look(name, filter);
      const within = beneath(name, filter, change);
      return within === undefined
        ? (await changeOpened(name, filter, change))?.revision
        : inner.patch(name, filter, within);
    },
    rewrite: (name, document, set) => inner.rewrite(name, document, set),
    delete: async (name, filter) => {
      look(name, filter);
      return inner.delete(name, filter);
    },
    count: async (name, filter) => {
      look(name, filter);
      return inner.count(name, filter);
    },
    ping: () => inner.ping(),
    close: () => inner.close(),
  };
};
