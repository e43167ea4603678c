import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isObject, type JsonObject, parseJson } from '../../engine/json.ts';
import { openKeyring } from '../../server/platform/storage/sealed/keys.ts';
import { isSealed, SealedError } from '../../server/platform/storage/sealed/seal.ts';
import { openSqlite } from '../../server/platform/storage/sqlite/sqlite.ts';
import type { Change, Filter, DocumentStore } from '../../server/platform/storage/store.ts';
import { keyNamed } from '../support/servers/seal-keys.ts';
import { items } from './contract.items.ts';
import { storeContract } from './contract.ts';
import { keyringAt, sealing, withSeals } from './sealed.ts';
import { like } from '../support/like.ts';

for (const path of ['body', 'body.*'])
  storeContract(`SQLite with ${path} sealed`, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'formwork-store-'));
    const keys = await keyringAt(join(folder, 'keys'), 'k1');
    return {
      open: async (given) => {
        const collections = sealing(given, [path]);
        return withSeals(await openSqlite({ file: join(folder, 'store.db'), collections }), collections, keys);
      },
      remove: () => rm(folder, { recursive: true }),
    };
  });

describe('a sealed store', () => {
  let folder: string;
  let inner: DocumentStore;
  const collections = sealing([items], ['body.*']);
  const keyFile = (): string => join(folder, 'keys');
  const withKeys = async (...ids: string[]): Promise<DocumentStore> =>
    withSeals(inner, collections, await keyringAt(keyFile(), ...ids));

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'formwork-store-'));
    inner = await openSqlite({ file: join(folder, 'store.db'), collections });
  });
  afterEach(async () => {
    await inner.close();
    await rm(folder, { recursive: true });
  });

  const named = (id: string): Filter => ({ _id: { eq: id } });

  test('keeps each member by itself under the first key, of a length that tells little, and no two alike', async () => {
    const store = await withKeys('k2', 'k1');
    await store.insert('items', { _id: 'a', body: { yes: true, no: false, same: true } });
    await store.patch('items', named('a'), { set: { 'body.more': 'Żółw' } });
    const body = (await inner.get('items', 'a'))?.['body'];
    if (!isObject(body)) throw new Error('The members are gone');
    expect(Object.keys(body)).toEqual(['yes', 'no', 'same', 'more']);
    const texts = Object.values(body).map((value) => (isSealed(value) ? value : ['', '', '']));
    expect(texts.map(([, id]) => id)).toEqual(['k2', 'k2', 'k2', 'k2']);
    expect(new Set(texts.map(([, , text]) => text)).size).toBe(4);
    expect(new Set(texts.map(([, , text]) => text?.length)).size).toBe(1);
  });

  test('reads what was plain before, and seals it when it is written', async () => {
    const store = await withKeys('k1');
    await inner.insert('items', { _id: 'a', body: { one: 1, two: [2] } });
    expect(await store.get('items', 'a')).toMatchObject({ body: { one: 1, two: [2] } });
    await store.patch('items', named('a'), { set: { 'body.one': 3 } });
    const raw = await inner.get('items', 'a');
    expect(raw).toMatchObject({ body: { one: ['$sealed', 'k1', like.any(String)], two: [2] } });
    expect(await store.get('items', 'a')).toMatchObject({ body: { one: 3, two: [2] } });
  });

  test('holds what looks sealed and was typed by somebody for what it is', async () => {
    const store = await withKeys('k1');
    const typed = ['$sealed', 'k1', 'AAAA'];
    await store.insert('items', { _id: 'a', body: { typed } });
    expect(await store.get('items', 'a')).toMatchObject({ body: { typed } });
  });

  test('lets nobody look anything up by what it seals', async () => {
    const store = await withKeys('k1');
    const asked: Filter = { ...named('a'), 'body.one': { eq: 1 } };
    const calls = [
      () => store.findOne('items', asked),
      () => store.find('items', { filter: {}, sort: { path: 'body', direction: 'asc' }, limit: 1 }),
      () => store.update('items', asked, { set: { rank: 1 } }),
      () => store.patch('items', { ...named('a'), body: { eq: null } }, { set: { rank: 1 } }),
      () => store.delete('items', asked),
      () => store.count('items', asked),
    ];
    for (const call of calls) await expect(call()).rejects.toThrow(/body.* is sealed/);
    const wrong = (sealed: string[]) =>
      openSqlite({ file: join(folder, 'other.db'), collections: [{ ...items, sealed }] });
    await expect(wrong(['owner'])).rejects.toThrow('items: owner cannot be sealed');
    await expect(wrong(['form'])).rejects.toThrow('items: form cannot be sealed');
    await expect(wrong(['tags.*'])).rejects.toThrow('items: tags cannot be sealed');
    await expect(wrong(['body', 'body.*'])).rejects.toThrow('items: body is sealed twice');
  });

  describe('notices', () => {
    const secret = 'The dog that bites';
    const broken = async (store: DocumentStore, id: string, keyId: string, why: RegExp): Promise<void> => {
      const error: unknown = await store.get('items', id).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(SealedError);
      expect(error).toMatchObject({ collection: 'items', id, keyId, message: like.stringMatching(why) });
      expect(String(error)).not.toContain(secret);
    };
    const lyingBody = async (id: string): Promise<JsonObject> => {
      const body = (await inner.get('items', id))?.['body'];
      return isObject(body) ? body : {};
    };

    test('one changed bit of a value, its nonce or its tag', async () => {
      const store = await withKeys('k1');
      await store.insert('items', { _id: 'a', body: { one: secret } });
      const [mark, id, text] = Object.values(await lyingBody('a')).find(isSealed) ?? ['', '', ''];
      const bytes = Buffer.from(text, 'base64');
      for (const at of [0, 12, 30]) {
        const changed = Buffer.from(bytes);
        changed[at] = (changed[at] ?? 0) ^ 1;
        await inner.patch('items', named('a'), { set: { 'body.one': [mark, id, changed.toString('base64')] } });
        await broken(store, 'a', 'k1', /changed or moved/);
      }
      for (const cut of ['', text.slice(0, 20)]) {
        await inner.patch('items', named('a'), { set: { 'body.one': [mark, id, cut] } });
        await broken(store, 'a', 'k1', /changed or moved/);
      }
    });

    test('a value that was put into another document, or at another place of its own', async () => {
      const store = await withKeys('k1');
      await store.insert('items', { _id: 'a', body: { one: secret, two: 2 } });
      await store.insert('items', { _id: 'b', body: { one: 'Another' } });
      const [a, b] = [await lyingBody('a'), await lyingBody('b')];
      await inner.patch('items', named('a'), { set: { body: b } });
      await inner.patch('items', named('b'), { set: { body: a } });
      await broken(store, 'a', 'k1', /changed or moved/);
      await broken(store, 'b', 'k1', /changed or moved/);
      await inner.patch('items', named('a'), { set: { body: { one: a['two'] ?? null, two: a['one'] ?? null } } });
      await broken(store, 'a', 'k1', /changed or moved/);
      await inner.patch('items', named('a'), { set: { body: a } });
      expect(await store.get('items', 'a')).toMatchObject({ body: { one: secret, two: 2 } });
    });

    test('a key that is missing or another one of the same name', async () => {
      const store = await withKeys('k1');
      await store.insert('items', { _id: 'a', body: { one: secret } });
      await broken(await withKeys('k2'), 'a', 'k1', /no such key/);
      writeFileSync(keyFile(), `k1 ${keyNamed('k2')}`);
      const keys = await openKeyring({ keysFile: keyFile(), keysCommand: [] });
      if (keys === undefined) throw new Error('No keys are set');
      await broken(withSeals(inner, collections, keys), 'a', 'k1', /another key had this name/);
    });
  });

  test('learns of a new key while it runs: to open with it at once, and to seal with it soon', async () => {
    const store = await withKeys('k1');
    await store.insert('items', { _id: 'a', body: { one: 1 } });
    const newer = await withKeys('k2', 'k1');
    await newer.insert('items', { _id: 'b', body: { one: 2 } });
    expect(await store.get('items', 'b')).toMatchObject({ body: { one: 2 } });
    await store.patch('items', named('a'), { set: { 'body.one': 3 } });
    const raw = await inner.get('items', 'a');
    expect(raw).toMatchObject({ body: { one: ['$sealed', 'k2', like.any(String)] } });
  });

  test('does with random documents and changes what a store without seals does', async () => {
    const name = fc.constantFrom('a', 'b', '__proto__', 'ż 1');
    const path = fc.array(name, { minLength: 1, maxLength: 3 }).map((names) => ['body', ...names].join('.'));
    const value = fc.jsonValue({ maxDepth: 3 }).map((each) => parseJson(JSON.stringify(each)));
    const body = fc.oneof({ weight: 4, arbitrary: fc.dictionary(name, value) }, { weight: 1, arbitrary: value });
    const set = fc.dictionary(fc.oneof({ weight: 9, arbitrary: path }, fc.constant('body')), value, { maxKeys: 2 });
    const unset = fc.array(path, { minLength: 1, maxLength: 1 });
    const add = fc.dictionary(path, fc.integer({ min: -9, max: 9 }), { minKeys: 1, maxKeys: 1 });
    const push = fc.dictionary(path, value, { minKeys: 1, maxKeys: 1 });
    const whole = fc.record({ set, unset, add, push });
    const parts = [fc.record({ set }), fc.record({ set, unset }), fc.record({ add }), fc.record({ push })];
    const change: fc.Arbitrary<Change> = fc.oneof(...parts, whole);
    const keys = await keyringAt(keyFile(), 'k1');
    const stores: DocumentStore[] = [
      inner,
      withSeals(inner, collections, keys),
      withSeals(inner, sealing([items], ['body']), keys),
    ];
    let run = 0;
    await fc.assert(
      fc.asyncProperty(body, fc.array(change, { minLength: 1, maxLength: 5 }), async (given, changes) => {
        run += 1;
        const outcomes = await Promise.all(
          stores.map(async (store, index) => {
            const _id = `${run}.${index}`;
            const said: unknown[] = [];
            const { body: inserted } = await store.insert('items', { _id, body: given });
            said.push(inserted);
            for (const each of changes) {
              const done = await store.update('items', named(_id), each).catch((error: unknown) => {
                if (!(error instanceof TypeError)) throw error;
                return 'refused';
              });
              said.push(typeof done === 'object' ? [done.revision, done.body] : done);
            }
            said.push((await store.get('items', _id))?.body);
            return said;
          }),
        );
        expect(outcomes[1]).toEqual(outcomes[0]);
        expect(outcomes[2]).toEqual(outcomes[0]);
      }),
      { numRuns: 300 },
    );
  });
});
