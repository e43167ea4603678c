/** What every store promises (server/platform/storage/store.ts), as one suite that runs on each of them. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { JsonObject, JsonValue } from '../../engine/json.ts';
import { DuplicateError, InvalidCursorError, StoreUnavailableError } from '../../server/platform/storage/store.ts';
import type {
  Collection,
  DocumentStore,
  Filter,
  Page,
  Query,
  Stored,
  StoreOf,
} from '../../server/platform/storage/store.ts';
import { items } from './contract.items.ts';
import { parseJson } from '../../engine/json.ts';

/** A fresh place for data, on which stores are opened: one after the other, or several at once. */
export interface Place {
  open: (collections: Collection[]) => Promise<DocumentStore>;
  remove: () => Promise<void>;
}

export interface Item extends Stored {
  owner?: string | null;
  code?: string;
  rank?: number | null;
  open?: boolean;
  tags?: string[];
  form?: { id: string; version?: string };
  body?: JsonValue;
  /** As `body`, and never sealed: any path in it may be tested on one document. */
  bare?: JsonValue;
}

type ItemStore = StoreOf<{ items: Item }>;

const itemsOf = (store: DocumentStore): ItemStore => {
  const same: unknown = store;
  return same as ItemStore;
};

const byRank: Query['sort'] = { path: 'rank', direction: 'asc' };
const ids = (list: { _id: string }[]): string[] => list.map(({ _id }) => _id);
const named = (id: string): Filter => ({ _id: { eq: id } });

export const storeContract = (name: string, makePlace: () => Promise<Place>): void => {
  describe(`${name} as a store`, () => {
    let place: Place;
    let store: ItemStore;

    beforeEach(async () => {
      place = await makePlace();
      store = itemsOf(await place.open([items]));
    });
    afterEach(async () => {
      await store.close();
      await place.remove();
    });

    const insert = (_id: string, rest: Omit<Item, keyof Stored> = {}): Promise<Item> =>
      store.insert('items', { _id, ...rest });
    const found = async (filter: Filter, sort: Query['sort'] = { path: '_id', direction: 'asc' }): Promise<string[]> =>
      ids((await store.find('items', { filter, sort, limit: 100 })).items);
    const body = async (id: string): Promise<JsonValue | undefined> => (await store.get('items', id))?.body;

    describe('one document', () => {
      test('comes back as it went in, with revision 1 and the time', async () => {
        const inserted = await insert('a', { owner: 'o', body: { list: [1, 'two', null, { deep: true }] } });
        expect(inserted).toMatchObject({ _id: 'a', revision: 1, owner: 'o' });
        expect(inserted.createdAt).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
        expect(inserted.updatedAt).toBe(inserted.createdAt);
        expect(await store.get('items', 'a')).toEqual(inserted);
        expect(await store.get('items', 'b')).toBeUndefined();
      });

      test('many are inserted in their order, and behind one that is there already none', async () => {
        await store.insertMany('items', []);
        await store.insertMany('items', [
          { _id: 'c', code: 'C', body: { text: 'é "quoted" \u0000 💡', list: [1, null] } },
          { _id: 'a', code: 'A' },
        ]);
        const c = await store.get('items', 'c');
        expect(c).toMatchObject({ revision: 1, code: 'C', body: { text: 'é "quoted" \u0000 💡', list: [1, null] } });
        expect(c?.createdAt).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
        for (const taken of [{ _id: 'a' }, { _id: 'e', code: 'A' }]) {
          const many = store.insertMany('items', [{ _id: 'd' }, taken, { _id: 'f' }]);
          await expect(many).rejects.toThrow(DuplicateError);
          expect(await store.get('items', 'f')).toBeUndefined();
          expect(await store.get('items', 'e')).toBeUndefined();
          await store.delete('items', named('d'));
        }
        expect(await found({})).toEqual(['a', 'c']);
      });

      test('keeps every character, number and empty thing', async () => {
        const odd: JsonObject = {
          text: 'Łucja Ó Briain ŵ 👩‍👧 שלום العربية \u0000\u001f\u2028"\\/\ud800',
          'a key, with: $igns "and" ünïcode': 1,
          numbers: [0, -0.5, 1e21, 1e-7, 9007199254740991, 0.1],
          empty: ['', [], {}, null, false],
        };
        await insert('odd', { body: odd });
        expect(await body('odd')).toEqual(odd);
      });

      test('may have keys that are names of every object', async () => {
        const text = '{"__proto__":{"admin":true},"constructor":{"prototype":1},"toString":"x","hasOwnProperty":2}';
        const document: Omit<Item, 'revision' | 'createdAt' | 'updatedAt'> = { _id: 'p', body: parseJson(text) };
        await store.insert('items', document);
        const stored = await body('p');
        expect(JSON.stringify(stored)).toBe(text);
        expect(Object.hasOwn(Object.prototype, 'admin')).toBe(false);
        await store.patch('items', named('p'), { set: { 'body.__proto__.admin': false, 'body.constructor.x': 1 } });
        expect(JSON.stringify(await body('p'))).toBe(
          text.replace('"admin":true', '"admin":false').replace('"prototype":1', '"prototype":1,"x":1'),
        );
      });

      test('may be large, and its parts change without the rest', async () => {
        const answers = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`q${index}`, 'ó'.repeat(500)]));
        await insert('big', { body: answers });
        await store.patch('items', named('big'), { set: { 'body.q7': 'changed' } });
        expect(await body('big')).toEqual({ ...answers, q7: 'changed' });
      });

      test('comes back from a backup with its revision and times, and not over another', async () => {
        const old = { createdAt: '2020-01-02T03:04:05.000Z', updatedAt: '2021-01-02T03:04:05.000Z' };
        const document = { _id: 'a', revision: 7, ...old, owner: 'o', code: 'c' };
        await store.restore('items', document);
        expect(await store.get('items', 'a')).toEqual(document);
        expect(await store.patch('items', { _id: { eq: 'a' }, revision: { eq: 7 } }, { set: { rank: 1 } })).toBe(8);
        await expect(store.restore('items', document)).rejects.toBeInstanceOf(DuplicateError);
        await expect(store.restore('items', { ...document, _id: 'b' })).rejects.toBeInstanceOf(DuplicateError);
      });

      test('is refused a second time under the same _id', async () => {
        await insert('a', { owner: 'first' });
        await expect(insert('a', { owner: 'second' })).rejects.toMatchObject({ name: 'DuplicateError', path: '_id' });
        expect((await store.get('items', 'a'))?.owner).toBe('first');
      });

      test('is refused with the value of another on a unique path, at insert, replace, update and patch', async () => {
        await insert('a', { code: 'same' });
        await insert('b', { code: 'other' });
        await expect(insert('c', { code: 'same' })).rejects.toMatchObject({ name: 'DuplicateError', path: 'code' });
        const b = await store.get('items', 'b');
        if (b === undefined) throw new Error('b is gone');
        await expect(store.replace('items', { ...b, code: 'same' })).rejects.toBeInstanceOf(DuplicateError);
        await expect(store.update('items', named('b'), { set: { code: 'same' } })).rejects.toBeInstanceOf(
          DuplicateError,
        );
        await expect(store.patch('items', named('b'), { set: { code: 'same' } })).rejects.toBeInstanceOf(
          DuplicateError,
        );
        expect(await store.get('items', 'b')).toEqual(b);
      });

      test('without a value on a unique path stands beside others without one', async () => {
        await Promise.all([insert('a'), insert('b'), insert('c')]);
        expect(await store.count('items', {})).toBe(3);
      });

      test('is deleted once, and only while the filter holds', async () => {
        await insert('a', { owner: 'o' });
        expect(await store.delete('items', { _id: { eq: 'a' }, owner: { eq: 'x' } })).toBe(false);
        expect(await store.delete('items', { _id: { eq: 'a' }, revision: { eq: 1 } })).toBe(true);
        expect(await store.delete('items', named('a'))).toBe(false);
        expect(await store.get('items', 'a')).toBeUndefined();
        await insert('a', { owner: 'again' });
      });

      test('is one at a time, when a filter that names several deletes', async () => {
        await Promise.all(['a', 'b', 'c'].map((id) => insert(id, { owner: 'o' })));
        expect(await store.delete('items', { owner: { eq: 'o' } })).toBe(true);
        expect(await store.count('items', { owner: { eq: 'o' } })).toBe(2);
      });
    });

    describe('compare-and-set', () => {
      test('replaces the revision that was read and no other', async () => {
        const first = await insert('a', { owner: 'one', body: 'old' });
        const { _id, revision, createdAt, updatedAt } = first;
        const second = await store.replace('items', { _id, revision, createdAt, updatedAt, owner: 'two' });
        expect(second).toMatchObject({ revision: 2, owner: 'two', createdAt: first.createdAt });
        expect(second).not.toHaveProperty('body');
        expect(await store.replace('items', { ...first, owner: 'three' })).toBeUndefined();
        expect(await store.get('items', 'a')).toEqual(second);
        expect(await store.replace('items', { ...first, _id: 'never' })).toBeUndefined();
      });

      test('lets one of a hundred at once win', async () => {
        await insert('a');
        const filter: Filter = { _id: { eq: 'a' }, revision: { eq: 1 } };
        const all = await Promise.all(
          Array.from({ length: 100 }, (_, index) => store.patch('items', filter, { set: { body: index } })),
        );
        const winner = all.findIndex((revision) => revision !== undefined);
        expect(all.filter((revision) => revision !== undefined)).toEqual([2]);
        expect(await store.get('items', 'a')).toMatchObject({ revision: 2, body: winner });
      });

      test('lets one of a hundred inserts at once win', async () => {
        const all = await Promise.allSettled(
          Array.from({ length: 100 }, (_, index) => insert(`i${index}`, { code: 'same', body: index })),
        );
        expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
        expect(await store.count('items', { code: { eq: 'same' } })).toBe(1);
      });

      test('hands out each of many documents once to many who claim at once', async () => {
        await Promise.all(Array.from({ length: 20 }, (_, rank) => insert(`i${rank}`, { open: true, rank })));
        const claims = await Promise.all(
          Array.from({ length: 30 }, (_, who) =>
            store.update('items', { open: { eq: true } }, { set: { open: false, owner: `w${who}` } }, byRank),
          ),
        );
        const claimed = claims.filter((item) => item !== undefined);
        expect(claimed.map(({ rank }) => Number(rank)).sort((one, other) => one - other)).toEqual(
          Array.from({ length: 20 }, (_, rank) => rank),
        );
      });
    });

    describe('a change', () => {
      test('sets, removes, adds and appends at once, and leaves the rest', async () => {
        await insert('a', { owner: 'o', body: { keep: 1, gone: 2, n: 5, list: ['x'], in: { a: 1, b: 2 } } });
        const after = await store.update('items', named('a'), {
          set: { 'body.in.a': { new: [null] }, 'body.made.on.the.way': 'ó', rank: 3 },
          unset: ['body.gone', 'body.never', 'owner'],
          add: { 'body.n': -2, 'body.fresh': 1 },
          push: { 'body.list': { y: 1 }, 'body.begun': 'first' },
        });
        expect(after?.body).toEqual({
          keep: 1,
          n: 3,
          list: ['x', { y: 1 }],
          in: { a: { new: [null] }, b: 2 },
          made: { on: { the: { way: 'ó' } } },
          fresh: 1,
          begun: ['first'],
        });
        expect(after).toMatchObject({ rank: 3, revision: 2 });
        expect(after).not.toHaveProperty('owner');
        expect(await store.get('items', 'a')).toEqual(after);
      });

      test('may have hundreds of parts', async () => {
        await insert('a', { body: { old: true } });
        const set = Object.fromEntries(Array.from({ length: 700 }, (_, index) => [`body.q${index}`, index]));
        expect(await store.patch('items', named('a'), { set, unset: ['body.old'] })).toBe(2);
        const stored = await body('a');
        expect(Object.keys(stored ?? {})).toHaveLength(700);
        expect(stored).toMatchObject({ q0: 0, q699: 699 });
      });

      test('that would be lost or contradicts itself is refused whole', async () => {
        const before = await insert('a', { body: { text: 'x', none: null, list: [1], in: {} } });
        const wrong = [
          { set: { 'body.text.deeper': 1 } },
          { set: { 'body.none.deeper': 1, 'body.in.ok': 1 } },
          { set: { 'body.list.deeper': 1 } },
          { add: { 'body.text': 1 } },
          { push: { 'body.in': 1 } },
          { set: { 'body.in': 1, 'body.in.a': 2 } },
          { set: { 'body.in': 1 }, unset: ['body.in'] },
          { set: { revision: 9 } },
          { set: { _id: 'b' } },
        ];
        for (const change of wrong)
          await expect(store.patch('items', named('a'), change)).rejects.toBeInstanceOf(Error);
        expect(await store.get('items', 'a')).toEqual(before);
      });

      test('of no document gives undefined and changes nothing', async () => {
        const before = await insert('a', { owner: 'o' });
        const other: Filter = { _id: { eq: 'a' }, owner: { eq: 'x' } };
        expect(await store.patch('items', other, { set: { owner: 'y' } })).toBeUndefined();
        expect(await store.update('items', named('b'), { set: { owner: 'y' } })).toBeUndefined();
        expect(await store.get('items', 'a')).toEqual(before);
      });

      test('and a test on paths that are not declared are possible on the document that _id names', async () => {
        await insert('a', { bare: { state: 'open', seen: ['x', 'y'] } });
        const when = (state: string): Filter => ({ _id: { eq: 'a' }, 'bare.state': { eq: state } });
        expect(await store.patch('items', when('closed'), { set: { 'bare.n': 1 } })).toBeUndefined();
        expect(await store.patch('items', when('open'), { set: { 'bare.state': 'closed' } })).toBe(2);
        expect(await store.findOne('items', { ...named('a'), 'bare.seen': { eq: 'y' } })).toBeDefined();
        expect(await store.findOne('items', { ...named('a'), 'bare.seen': { eq: 'z' } })).toBeUndefined();
        expect(await store.findOne('items', { ...named('a'), 'bare.gone': { eq: null } })).toBeDefined();
      });

      test('counts right, however many add at once', async () => {
        await insert('a', { rank: 0 });
        const revisions = await Promise.all(
          Array.from({ length: 300 }, () => store.patch('items', named('a'), { add: { rank: 1 } })),
        );
        expect(new Set(revisions).size).toBe(300);
        expect(await store.get('items', 'a')).toMatchObject({ rank: 300, revision: 301 });
      });
    });

    describe('a rewriting', () => {
      test('changes the form of values and neither the revision nor the time, of the revision that was read', async () => {
        const before = await insert('a', { owner: 'o', bare: { form: 'old', kept: 1 } });
        expect(await store.rewrite('items', { ...before, revision: 2 }, { 'bare.form': 'newer' })).toBe(false);
        expect(await store.rewrite('items', { ...before, _id: 'b' }, { 'bare.form': 'newer' })).toBe(false);
        expect(await store.rewrite('items', before, { 'bare.form': 'new' })).toBe(true);
        expect(await store.get('items', 'a')).toEqual({ ...before, bare: { form: 'new', kept: 1 } });
        await expect(store.rewrite('items', before, { owner: 'p' })).rejects.toThrow(/looked up/);
        await expect(store.rewrite('items', before, { form: { id: 'p' } })).rejects.toThrow(/looked up/);
      });
    });

    describe('a filter', () => {
      test('knows equal, one of, ranges and beginnings', async () => {
        await insert('a', { owner: 'ann', rank: 1, open: true, form: { id: 'f' } });
        await insert('b', { owner: 'anne', rank: 2, open: false, form: { id: 'g' } });
        await insert('c', { owner: 'bob', rank: 3.5 });
        await insert('d', { owner: 'łucja' });
        expect(await found({ owner: { eq: 'ann' } })).toEqual(['a']);
        expect(await found({ owner: { in: ['bob', 'ann', 'nobody'] } })).toEqual(['a', 'c']);
        expect(await found({ owner: { in: [] } })).toEqual([]);
        expect(await found({ owner: { prefix: 'ann' } })).toEqual(['a', 'b']);
        expect(await found({ owner: { prefix: 'ł' } })).toEqual(['d']);
        expect(await found({ owner: { prefix: '' } })).toEqual(['a', 'b', 'c', 'd']);
        expect(await found({ owner: { gt: 'ann', lte: 'bob' } })).toEqual(['b', 'c']);
        expect(await found({ rank: { gte: 2 } })).toEqual(['b', 'c']);
        expect(await found({ rank: { lt: 2 } })).toEqual(['a']);
        expect(await found({ rank: { gt: 1, lt: 3.5 } })).toEqual(['b']);
        expect(await found({ open: { eq: false } })).toEqual(['b']);
        expect(await found({ open: { in: [true] } })).toEqual(['a']);
        expect(await found({ 'form.id': { eq: 'g' }, owner: { prefix: 'a' } })).toEqual(['b']);
        expect(await found({ _id: { gt: 'a', lt: 'd' }, revision: { eq: 1 } })).toEqual(['b', 'c']);
        expect(await found({})).toEqual(['a', 'b', 'c', 'd']);
      });

      test('takes null and absent for the same, and neither for a value', async () => {
        await insert('null', { owner: null, rank: null });
        await insert('absent');
        await insert('there', { owner: '', rank: 0 });
        expect(await found({ owner: { eq: null } })).toEqual(['absent', 'null']);
        expect(await found({ owner: { in: [null, ''] } })).toEqual(['absent', 'null', 'there']);
        expect(await found({ owner: { prefix: '' } })).toEqual(['there']);
        expect(await found({ rank: { lte: 0 } })).toEqual(['there']);
        const stored = await Promise.all(['null', 'absent'].map((id) => store.get('items', id)));
        expect(stored.map((item) => item?.owner)).toEqual([null, undefined]);
      });

      test('keeps numbers and texts apart', async () => {
        await insert('n', { bare: 5 });
        await insert('t', { bare: '5' });
        const of = (id: string, value: JsonValue): Promise<Item | undefined> =>
          store.findOne('items', { ...named(id), bare: { eq: value } });
        expect(await of('n', '5')).toBeUndefined();
        expect(await of('t', 5)).toBeUndefined();
        expect(await store.findOne('items', { ...named('n'), bare: { gte: '' } })).toBeUndefined();
        expect(await store.findOne('items', { ...named('t'), bare: { gte: 0 } })).toBeUndefined();
        expect(await store.findOne('items', { ...named('n'), bare: { lt: '9' } })).toBeUndefined();
      });

      test('finds an element of an array, through every change of it', async () => {
        await insert('a', { tags: ['x', 'y'] });
        await insert('b', { tags: ['y', 'y'] });
        await insert('c', { tags: [] });
        await insert('d');
        expect(await found({ tags: { eq: 'y' } })).toEqual(['a', 'b']);
        expect(await found({ tags: { in: ['x', 'z'] } })).toEqual(['a']);
        expect(await found({ tags: { prefix: 'y' } })).toEqual(['a', 'b']);
        expect(await found({ tags: { all: [{ prefix: 'y' }, { eq: 'x' }] } })).toEqual(['a']);
        expect(await found({ ...named('a'), tags: { all: [{ eq: 'y' }, { eq: 'z' }] } })).toEqual([]);
        await store.patch('items', named('c'), { push: { tags: 'z' } });
        await store.patch('items', named('a'), { set: { tags: ['z'] } });
        await store.delete('items', named('b'));
        expect(await found({ tags: { eq: 'y' } })).toEqual([]);
        expect(await found({ tags: { eq: 'z' } })).toEqual(['a', 'c']);
        expect(await store.count('items', { tags: { gte: 'z' } })).toBe(2);
      });

      test('finds the same by words that many have as by words that few have, page by page in the order asked for', async () => {
        const every = Array.from({ length: 1300 }, (_, index): Omit<Item, keyof Stored> & { _id: string } => ({
          _id: `i${String(index).padStart(4, '0')}`,
          owner: index % 3 === 0 ? 'ann' : 'bob',
          rank: index % 7,
          tags: [
            'many',
            'manifold',
            ...(index % 100 === 0 ? ['few', 'fewer'] : []),
            ...(index < 1100 ? ['early'] : []),
          ],
        }));
        await store.insertMany('items', every);
        const wanted = [['man'], ['few'], ['man', 'few'], ['early', 'man'], ['few', 'early'], ['many', 'none']];
        for (const words of wanted)
          for (const owner of ['ann', undefined])
            for (const direction of ['asc', 'desc'] as const) {
              const fits = every.filter(
                (item) =>
                  (owner === undefined || item.owner === owner) &&
                  words.every((word) => item.tags?.some((tag) => tag.startsWith(word))),
              );
              const sign = direction === 'asc' ? 1 : -1;
              const order = fits.sort(
                (one, other) => sign * ((one.rank ?? 0) - (other.rank ?? 0) || (one._id < other._id ? -1 : 1)),
              );
              const filter: Filter = {
                tags: { all: words.map((prefix) => ({ prefix })) },
                ...(owner === undefined ? {} : { owner: { eq: owner } }),
              };
              const read: string[] = [];
              let after: string | undefined;
              do {
                const page: Page<Item> = await store.find('items', {
                  filter,
                  sort: { path: 'rank', direction },
                  limit: 300,
                  ...(after === undefined ? {} : { after }),
                });
                read.push(...ids(page.items));
                after = page.next;
              } while (after !== undefined);
              expect(read, JSON.stringify({ filter, direction })).toEqual(ids(order));
              const first = await store.find('items', { filter, sort: { path: '_id', direction }, limit: 1 });
              expect(ids(first.items)).toEqual(
                ids(order)
                  .sort()
                  .slice(...(direction === 'asc' ? [0, 1] : [-1])),
              );
            }
      });

      test('on a path that is not declared is refused, and so is such an order', async () => {
        const unknown = await place.open([items]);
        await expect(found({ bare: { eq: 1 } })).rejects.toThrow(/does not declare.*bare/);
        await expect(found({}, { path: 'bare', direction: 'asc' })).rejects.toThrow(/does not declare.*bare/);
        await expect(found({}, { path: 'tags', direction: 'asc' })).rejects.toThrow(/tags/);
        await expect(store.count('items', { "owner' OR 1=1 --": { eq: 'x' } })).rejects.toThrow(/does not declare/);
        await expect(unknown.count('others', {})).rejects.toThrow(/others/);
      });

      test('holds hostile values for what they are', async () => {
        await insert('a', { owner: `'; DROP TABLE items; --` });
        expect(await found({ owner: { eq: `'; DROP TABLE items; --` } })).toEqual(['a']);
        expect(await found({ owner: { prefix: '%' } })).toEqual([]);
        await expect(store.patch('items', named('a'), { set: { 'body."] = 1': 1 } })).rejects.toThrow(/path/);
      });
    });

    describe('a list', () => {
      const read = async (sort: Query['sort'], limit: number, between?: () => Promise<unknown>): Promise<string[]> => {
        const seen: string[] = [];
        let after: string | undefined;
        do {
          const page = await store.find('items', {
            filter: { owner: { eq: 'o' } },
            sort,
            limit,
            ...(after !== undefined && { after }),
          });
          expect(page.items.length).toBeLessThanOrEqual(limit);
          seen.push(...ids(page.items));
          after = page.next;
          await between?.();
        } while (after !== undefined);
        return seen;
      };

      test('is paged in both directions, ties and missing values included', async () => {
        const ranks = [3, 1, null, 2, 2, undefined, 2, 1];
        await Promise.all(
          ranks.map((rank, index) => insert(`i${index}`, { owner: 'o', ...(rank !== undefined && { rank }) })),
        );
        const ascending = ['i2', 'i5', 'i1', 'i7', 'i3', 'i4', 'i6', 'i0'];
        for (const limit of [1, 2, 3, 7, 8, 9]) {
          expect(await read(byRank, limit)).toEqual(ascending);
          expect(await read({ path: 'rank', direction: 'desc' }, limit)).toEqual(ascending.toReversed());
        }
        expect(await read({ path: '_id', direction: 'desc' }, 3)).toEqual(ranks.map((_, index) => `i${7 - index}`));
      });

      test('shows nothing twice and leaves nothing out while others come in and go', async () => {
        await Promise.all(Array.from({ length: 20 }, (_, rank) => insert(`i${rank}`, { owner: 'o', rank: rank * 10 })));
        let added = 0;
        const seen = await read({ path: 'rank', direction: 'desc' }, 3, async () => {
          added += 1;
          await insert(`new${added}`, { owner: 'o', rank: 1000 + added });
          await insert(`between${added}`, { owner: 'o', rank: 1 });
          if (added === 1) await store.delete('items', named('i17'));
        });
        expect(new Set(seen).size).toBe(seen.length);
        expect(seen.filter((id) => id.startsWith('i'))).toEqual(Array.from({ length: 20 }, (_, n) => `i${19 - n}`));
        expect(seen.some((id) => id.startsWith('new'))).toBe(false);
      });

      test('refuses a cursor that it did not give', async () => {
        await Promise.all(['a', 'b'].map((id, rank) => insert(id, { owner: 'o', rank })));
        const { next } = await store.find('items', { filter: {}, sort: byRank, limit: 1 });
        const use = (after: string, sort = byRank): Promise<unknown> =>
          store.find('items', { filter: {}, sort, limit: 1, after });
        for (const wrong of ['', 'x', 'W10', `${next}x`.slice(3)])
          await expect(use(wrong)).rejects.toBeInstanceOf(InvalidCursorError);
        await expect(use(next ?? '', { ...byRank, direction: 'desc' })).rejects.toBeInstanceOf(InvalidCursorError);
        for (const limit of [0, 501, 1.5])
          await expect(store.find('items', { filter: {}, sort: byRank, limit })).rejects.toThrow(RangeError);
      });
    });

    describe('a place', () => {
      test('keeps what was acknowledged when the store is closed and opened', async () => {
        await insert('a', { owner: 'o', tags: ['x'] });
        const changed = await store.update('items', named('a'), { set: { rank: 2 } });
        await store.close();
        store = itemsOf(await place.open([items]));
        expect(await store.get('items', 'a')).toEqual(changed);
        expect(await found({ tags: { eq: 'x' } })).toEqual(['a']);
      });

      test('finishes what waits before it closes, and answers nothing afterwards', async () => {
        const waiting = Array.from({ length: 50 }, (_, index) => insert(`i${index}`));
        await store.close();
        await Promise.all(waiting);
        await expect(store.get('items', 'i0')).rejects.toBeInstanceOf(StoreUnavailableError);
        await expect(store.ping()).rejects.toBeInstanceOf(StoreUnavailableError);
        store = itemsOf(await place.open([items]));
        expect(await store.count('items', {})).toBe(50);
        await store.ping();
      });

      test('takes on new indexes and arrays over the documents that are there, and drops old ones', async () => {
        await insert('a', { bare: { kind: 'k', labels: ['l'] }, code: 'c' });
        await store.close();
        const indexes = [{ paths: ['bare.kind'] }, { paths: ['bare.labels'] }];
        store = itemsOf(await place.open([{ name: 'items', indexes, arrays: ['bare.labels'] }]));
        expect(await found({ 'bare.kind': { eq: 'k' } })).toEqual(['a']);
        expect(await found({ 'bare.labels': { eq: 'l' } })).toEqual(['a']);
        await insert('b', { code: 'c' });
      });

      test('serves two stores at once, which see each other’s changes', async () => {
        const other = itemsOf(await place.open([items]));
        await insert('a', { rank: 0 });
        const both = [store, other];
        await Promise.all(
          Array.from({ length: 50 }, () =>
            both.map((each) => each.patch('items', named('a'), { add: { rank: 1 } })),
          ).flat(),
        );
        expect(await other.get('items', 'a')).toMatchObject({ rank: 100 });
        expect(await store.get('items', 'a')).toMatchObject({ rank: 100 });
        await other.close();
      });
    });
  });
};
