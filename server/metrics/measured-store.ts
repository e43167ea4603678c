/** A store whose calls are timed. */
import { StoreUnavailableError, type Store } from '../storage/store.ts';
import type { Metrics } from './metrics.ts';

/** A refusal (a duplicate, a cursor of another list) is an answer; only a store that is away counts as a failure. */
export const measuredStore = (store: Store, metrics: Metrics): Store => {
  const timed = async <T>(operation: string, call: () => Promise<T>): Promise<T> => {
    const begun = performance.now();
    let failed = false;
    try {
      return await call();
    } catch (error) {
      failed = error instanceof StoreUnavailableError;
      throw error;
    } finally {
      metrics.store(operation, (performance.now() - begun) / 1000, failed);
    }
  };
  return {
    insert: (collection, document) => timed('insert', () => store.insert(collection, document)),
    putBack: (collection, document) => timed('insert', () => store.putBack(collection, document)),
    get: (collection, id) => timed('get', () => store.get(collection, id)),
    findOne: (collection, filter) => timed('findOne', () => store.findOne(collection, filter)),
    find: (collection, query) => timed('find', () => store.find(collection, query)),
    replace: (collection, document) => timed('replace', () => store.replace(collection, document)),
    update: (collection, filter, change, sort) => timed('update', () => store.update(collection, filter, change, sort)),
    patch: (collection, filter, change) => timed('patch', () => store.patch(collection, filter, change)),
    delete: (collection, filter) => timed('delete', () => store.delete(collection, filter)),
    count: (collection, filter) => timed('count', () => store.count(collection, filter)),
    ping: () => timed('ping', () => store.ping()),
    close: () => store.close(),
  };
};
