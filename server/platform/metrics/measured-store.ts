/** A store whose calls are timed, and stand in the trace of what called them. */
import { StoreUnavailableError, type Stored, type StoreOf } from '../storage/store.ts';
import { spanOf } from '../tracing/running.ts';
import type { Metrics } from './metrics.ts';

/** A refusal (a duplicate, a cursor of another list) is an answer; only a store that is away counts as a failure. */
export const measuredStore = <Records extends Record<keyof Records, Stored>>(
  store: StoreOf<Records>,
  metrics: Metrics,
): StoreOf<Records> => {
  const measured = async <T>(operation: string, call: () => Promise<T>): Promise<T> => {
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
  const timed = <T>(operation: string, collection: string, call: () => Promise<T>): Promise<T> =>
    spanOf(`${operation} ${collection}`, { 'db.operation.name': operation, 'db.collection.name': collection }, () =>
      measured(operation, call),
    );
  return {
    insert: (collection, document) => timed('insert', collection, () => store.insert(collection, document)),
    insertMany: (collection, documents) => timed('insert', collection, () => store.insertMany(collection, documents)),
    restore: (collection, document) => timed('insert', collection, () => store.restore(collection, document)),
    get: (collection, id) => timed('get', collection, () => store.get(collection, id)),
    findOne: (collection, filter) => timed('findOne', collection, () => store.findOne(collection, filter)),
    find: (collection, query) => timed('find', collection, () => store.find(collection, query)),
    replace: (collection, document) => timed('replace', collection, () => store.replace(collection, document)),
    update: (collection, filter, change, sort) =>
      timed('update', collection, () => store.update(collection, filter, change, sort)),
    patch: (collection, filter, change) => timed('patch', collection, () => store.patch(collection, filter, change)),
    rewrite: (collection, document, set) => timed('patch', collection, () => store.rewrite(collection, document, set)),
    delete: (collection, filter) => timed('delete', collection, () => store.delete(collection, filter)),
    count: (collection, filter) => timed('count', collection, () => store.count(collection, filter)),
    ping: () => measured('ping', () => store.ping()),
    close: () => store.close(),
  };
};
