/** On MongoDB every declared index serves what it is declared for, page by page, in both directions. */
import { MongoClient } from 'mongodb';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { isObject, type JsonObject } from '../../engine/json.ts';
import { collections } from '../../server/platform/storage/collections.ts';
import { openMongodb } from '../../server/platform/storage/mongodb/mongodb.ts';
import { every } from '../../server/platform/storage/every.ts';
import type { DocumentStore, Filter } from '../../server/platform/storage/store.ts';
import { hasMongodb, startMongodb, type MongodbServer } from '../support/servers/mongodb.ts';
import { watchPlans, type QueryPlans } from '../support/servers/query-plans.ts';

describe.skipIf(!hasMongodb())('query plans on MongoDB', () => {
  let server: MongodbServer;
  let url: string;
  let store: DocumentStore;
  let plans: QueryPlans;
  beforeAll(async () => {
    server = await startMongodb();
  }, 600_000);
  afterAll(() => server.stop());
  beforeEach(async () => {
    url = server.database();
    store = await openMongodb({ url, collections });
    plans = await watchPlans(url);
  });
  afterEach(async () => {
    await plans.stop();
    await store.close();
  });

  /** A document with these values at these places. */
  const holding = (_id: string, values: readonly (readonly [string, string])[]): { _id: string } => {
    const document: JsonObject = { _id };
    for (const [path, value] of values) {
      const names = path.split('.');
      const last = names.pop() ?? '';
      const inside = names.reduce<JsonObject>((node, name) => {
        const next = isObject(node[name]) ? node[name] : {};
        node[name] = next;
        return next;
      }, document);
      inside[last] = value;
    }
    return { ...document, _id };
  };

  test('every declared index serves its lists, page by page, up and down', async () => {
    for (const { name, indexes, arrays = [] } of collections)
      for (const { paths, unique } of indexes) {
        const last = paths.at(-1) ?? '_id';
        const before = paths.slice(0, -1).map((path): [string, string] => [path, 'x']);
        const filter: Filter = Object.fromEntries(before.map(([path, value]) => [path, { eq: value }]));
        await store.findOne(name, { ...filter, [last]: { eq: 'a' } });
        await store.count(name, { ...filter, [last]: { eq: 'a' } });
        // What is unique is looked up, never listed.
        if (unique === true || arrays.includes(last)) continue;
        for (const [at, value] of [undefined, undefined, 'a', 'b'].entries()) {
          const values = value === undefined || last === '_id' ? before : [...before, [last, `${value}${at}`] as const];
          await store.insert(name, holding(`${paths.join(' ')} ${at}`, values));
        }
        for (const direction of ['asc', 'desc'] as const) {
          const sort = { path: last, direction };
          let read = 0;
          for await (const document of every(store, name, { filter, sort, atOnce: 1 }))
            if (document._id !== '') read += 1;
          expect(read).toBeGreaterThan(0);
        }
      }
    expect(await plans.unserved()).toEqual([]);
  });

  test('a list whose index is gone is told', async () => {
    const past = await MongoClient.connect(url);
    await store.insert('drafts', { _id: 'a draft' });
    await past.db().collection('drafts').dropIndex('owner+savedAt');
    const sort = { path: 'savedAt', direction: 'desc' } as const;
    await store.find('drafts', { filter: { owner: { eq: 'somebody' } }, sort, limit: 10 });
    expect(await plans.unserved()).toEqual([expect.stringMatching(/drafts query COLLSCAN, sorted: .*"owner"/)]);
    await past.close();
  });
});
