/** Indexes on MongoDB while servers of two releases run side by side, and what a start does where nothing has to be done. */
import { MongoClient, type Document } from 'mongodb';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openMongodb } from '../../server/platform/storage/mongodb/mongodb.ts';
import type { Collection } from '../../server/platform/storage/store.ts';
import { hasMongodb, startMongodb, type MongodbServer } from '../support/servers/mongodb.ts';
import { fieldsOf } from '../support/read.ts';

type Indexes = Collection['indexes'];

describe.skipIf(!hasMongodb())('indexes on MongoDB', () => {
  let server: MongodbServer;
  let url: string;
  let past: MongoClient;
  beforeAll(async () => {
    server = await startMongodb();
  }, 600_000);
  afterAll(() => server.stop());
  beforeEach(async () => {
    url = server.database();
    past = await MongoClient.connect(url);
  });
  afterEach(() => past.close());

  const started = async (indexes: Indexes, release: string) =>
    openMongodb({ url, collections: [{ name: 'items', indexes }], release });
  const names = async (): Promise<string[]> =>
    (await past.db().collection('items').indexes()).map(({ name }) => String(name)).sort();

  const colour = { paths: ['colour'] };
  const size = { paths: ['size'] };

  test('an older release that starts beside a newer one leaves the newer one’s; a newer one drops what it no longer declares', async () => {
    const newer = await started([colour, size], '0.10.0');
    const older = await started([colour], '0.9.2');
    expect(await names()).toEqual(['_id_', 'colour', 'size']);
    const next = await started([size], '0.10.1');
    expect(await names()).toEqual(['_id_', 'size']);
    for (const store of [newer, older, next]) await store.close();
  });

  test('one that lies otherwise under the same name is made again', async () => {
    await past.db().collection('items').createIndex({ colour: 1 }, { name: 'colour' }, {});
    const store = await started([colour], '0.9.0');
    const [, made] = await past.db().collection('items').indexes();
    expect(made).toMatchObject({ name: 'colour', key: { colour: 1, _id: 1 } });
    await store.close();
  });

  test('a start looks at no document where all is there already', async () => {
    const indexes = [{ paths: ['number'], unique: true }, colour];
    const first = await started(indexes, '0.9.0');
    for (let number = 0; number < 20; number += 1)
      await first.insert('items', { _id: `item ${number}`, number, colour: 'red' });
    await first.close();
    await past.db().command({ profile: 2 });
    const again = await started(indexes, '0.9.0');
    await past.db().command({ profile: 0 });
    await again.close();
    const looked: Document[] = await past
      .db()
      .collection('system.profile')
      .find({ ns: `${past.db().databaseName}.items` })
      .toArray();
    expect(
      looked.filter(({ op, command }) => op !== 'command' || fieldsOf(command)['createIndexes'] !== undefined),
    ).toEqual([]);
  });

  test('a second thing that must be unique is held of what was there before it', async () => {
    const before = await started([{ paths: ['number'], unique: true }], '0.9.0');
    for (const number of [1, 2, 3])
      await before.insert('items', { _id: `item ${number}`, number, name: `Name ${number}` });
    await before.close();
    const after = await started(
      [
        { paths: ['number'], unique: true },
        { paths: ['name'], unique: true },
      ],
      '0.10.0',
    );
    await expect(after.insert('items', { _id: 'other', number: 4, name: 'Name 2' })).rejects.toThrow(
      'Another document has the same name',
    );
    await after.close();
  });
});
