import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  fromPointer,
  isObject,
  parseJson,
  sameJson,
  stableJson,
  toPointer,
  valueAt,
  withoutRows,
  withValueAt,
  type JsonValue,
} from './json.ts';

const key = fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', 'a/b', '~1', '~', '0', ''));
const json = fc.jsonValue({ maxDepth: 3 }).map((value): JsonValue => parseJson(JSON.stringify(value)));

test('a pointer says its segments and nothing else', () => {
  fc.assert(
    fc.property(fc.array(key), (segments) => {
      expect(fromPointer(toPointer(segments))).toEqual(segments);
    }),
  );
});

test('what was put at a place is found there, and its neighbours are as before', () => {
  fc.assert(
    fc.property(
      fc.dictionary(key, json),
      fc.array(key, { minLength: 1, maxLength: 3 }),
      json,
      (document, path, value) => {
        const before = stableJson(document);
        const changed = withValueAt(document, toPointer(path), value);
        expect(valueAt(changed, toPointer(path))).toEqual(value);
        expect(stableJson(document)).toBe(before);
        const others = Object.keys(document).filter((name) => name !== path[0]);
        for (const name of others)
          expect(sameJson(valueAt(changed, toPointer([name])), valueAt(document, toPointer([name])))).toBe(true);
      },
    ),
  );
});

test('taking a value out leaves nothing at its place', () => {
  fc.assert(
    fc.property(fc.dictionary(key, json, { minKeys: 1 }), (document) => {
      const [first = ''] = Object.keys(document);
      const without = withValueAt(document, toPointer([first]), undefined);
      expect(isObject(without) && Object.hasOwn(without, first)).toBe(false);
    }),
  );
});

test('a row is taken out and later rows move up', () => {
  expect(withValueAt({ rows: ['a', 'b', 'c'] }, '/rows/1', undefined)).toEqual({ rows: ['a', 'c'] });
});

test('nothing is read from an object that it inherited', () => {
  expect(valueAt({}, '/__proto__')).toBeUndefined();
  expect(valueAt({ a: [1] }, '/a/length')).toBeUndefined();
  expect(valueAt(['x'], '/00')).toBeUndefined();
});

test('equality follows the sorted text', () => {
  fc.assert(
    fc.property(json, json, (left, right) => {
      expect(sameJson(left, right)).toBe(stableJson(left) === stableJson(right));
      expect(sameJson(left, parseJson(stableJson(left)))).toBe(true);
    }),
  );
});

test('a cell names its column once row numbers are taken out', () => {
  expect(withoutRows('/contacts/12/phones/0')).toBe('/contacts/*/phones/*');
  expect(withoutRows('/line1')).toBe('/line1');
});

test('a text that is not a pointer is an author’s mistake', () => {
  expect(() => fromPointer('contacts')).toThrow('Not a JSON Pointer');
});
