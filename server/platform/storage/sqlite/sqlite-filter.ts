/** Filters and cursors as SQL conditions. */
import { checkDeclared, namesOne } from '../declared.ts';
import type { JsonValue } from '../../../../engine/json.ts';
import { columnOf, elementTable, generatedPaths, jsonPath, ownColumns } from './sqlite-path.ts';
import type { Cell, Sql } from './sqlite-call.ts';
import type { Collection, Filter, Query, Test } from '../store.ts';

/** Above every text that begins with the prefix it is put after: the highest code point. */
const last = '\u{10FFFF}';

const cell = (value: JsonValue): Cell => {
  if (value === null || typeof value === 'string' || typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  throw new RangeError('A filter compares texts, numbers, booleans and null only');
};

export const all = (parts: Sql[]): Sql => ({
  sql: parts.map(({ sql }) => `(${sql})`).join(' AND ') || 'TRUE',
  cells: parts.flatMap(({ cells }) => cells),
});

const equal = (place: Sql, value: JsonValue): Sql =>
  value === null
    ? { sql: `${place.sql} IS NULL`, cells: place.cells }
    : { sql: `${place.sql} = ?`, cells: [...place.cells, cell(value)] };

const among = (place: Sql, values: JsonValue[]): Sql => {
  const known = values.filter((value) => value !== null);
  const list = JSON.stringify(known.map(cell));
  const sql = `${place.sql} IN (SELECT value FROM json_each(?))`;
  if (known.length === values.length) return { sql, cells: [...place.cells, list] };
  return { sql: `${sql} OR ${place.sql} IS NULL`, cells: [...place.cells, list, ...place.cells] };
};

const comparisons = [
  ['gt', '>'],
  ['gte', '>='],
  ['lt', '<'],
  ['lte', '<='],
] as const;

/** SQLite puts every number before every text; the two are kept apart by an end where the caller gives none. */
const range = (place: Sql, test: Extract<Test, { gt?: unknown }>): Sql => {
  const parts: Sql[] = [];
  const bound = (operator: string, value: string | number): void => {
    parts.push({ sql: `${place.sql} ${operator} ?`, cells: [...place.cells, cell(value)] });
  };
  for (const [name, operator] of comparisons) {
    const value = test[name];
    if (value === undefined) continue;
    bound(operator, value);
    if (typeof value === 'string') bound('>=', '');
    else bound('<', '');
  }
  if (parts.length === 0) throw new RangeError('A range without a bound');
  return all(parts);
};

const holds = (place: Sql, test: Test): Sql => {
  if ('eq' in test) return equal(place, test.eq);
  if ('in' in test) return among(place, test.in);
  if ('prefix' in test) return range(place, { gte: test.prefix, lte: `${test.prefix}${last}` });
  if ('all' in test) return all(test.all.map((each) => holds(place, each)));
  return range(place, test);
};

const element: Sql = { sql: 'value', cells: [] };

/** An array path: found by its elements' own table. A document without any element is one that is not in there. */
const holdsInArray = (collection: Collection, path: string, test: Test): Sql => {
  if ('all' in test) return all(test.all.map((each) => holdsInArray(collection, path, each)));
  const table = elementTable(collection, path);
  if ('eq' in test && test.eq === null) return { sql: `_id NOT IN (SELECT id FROM ${table})`, cells: [] };
  const { sql, cells } = holds(element, test);
  return { sql: `_id IN (SELECT id FROM ${table} WHERE ${sql})`, cells };
};

/** One beginning of a word, to be found among the elements of an array path. */
export interface Prefix {
  path: string;
  prefix: string;
}

/** The beginnings of words in a filter, and what else it tests. */
export const prefixesIn = (collection: Collection, filter: Filter): { prefixes: Prefix[]; rest: Filter } => {
  const prefixes: Prefix[] = [];
  const rest: Filter = {};
  for (const [path, test] of Object.entries(filter)) {
    const tests = 'all' in test ? test.all : [test];
    const found = tests.flatMap((each) => ('prefix' in each ? [each.prefix] : []));
    if (collection.arrays?.includes(path) === true && found.length > 0 && found.length === tests.length)
      prefixes.push(...found.map((prefix) => ({ path, prefix })));
    else rest[path] = test;
  }
  return { prefixes, rest };
};

/** Ids of the documents with such a word, some of them more than once. */
export const idsWith = (collection: Collection, { path, prefix }: Prefix): Sql => {
  const { sql, cells } = holds(element, { prefix });
  return { sql: `SELECT id FROM ${elementTable(collection, path)} WHERE ${sql}`, cells };
};

/** Whether a document that is looked at has such a word: by its own elements, however many others have it. */
export const hasWord = (collection: Collection, { path, prefix }: Prefix): Sql => {
  const { sql, cells } = holds({ sql: '+value', cells: [] }, { prefix });
  return {
    sql: `EXISTS (SELECT 1 FROM ${elementTable(collection, path)} WHERE id = "${collection.name}"._id AND ${sql})`,
    cells,
  };
};

/** A path that is not declared, tested on the one document that `_id` names. */
const holdsUndeclared = (path: string, test: Test): Sql => {
  if ('all' in test) return all(test.all.map((each) => holdsUndeclared(path, each)));
  const place = jsonPath(path);
  const scalar = holds({ sql: 'json_extract(doc, ?)', cells: [place] }, test);
  const { sql, cells } = holds(element, test);
  return {
    sql: `CASE json_type(doc, ?) WHEN 'array' THEN EXISTS (SELECT 1 FROM json_each(doc, ?) WHERE ${sql}) ELSE ${scalar.sql} END`,
    cells: [place, place, ...cells, ...scalar.cells],
  };
};

export const whereSql = (collection: Collection, filter: Filter): Sql => {
  const one = namesOne(filter);
  const columns: string[] = [...ownColumns, ...generatedPaths(collection)];
  return all(
    Object.entries(filter).map(([path, test]) => {
      if (!one) checkDeclared(collection, path);
      if (collection.arrays?.includes(path)) return holdsInArray(collection, path, test);
      if (!columns.includes(path)) return holdsUndeclared(path, test);
      return holds({ sql: columnOf(path), cells: [] }, test);
    }),
  );
};

export const orderSql = (collection: Collection, { path, direction }: Query['sort']): string => {
  checkDeclared(collection, path);
  if (collection.arrays?.includes(path)) throw new RangeError(`${path} holds arrays and gives no order`);
  const order = direction === 'asc' ? 'ASC' : 'DESC';
  return path === '_id' ? `_id ${order}` : `${columnOf(path)} ${order}, _id ${order}`;
};

/**
 * What comes after a place in the order, as stretches to be read one after the other: documents without a value stand
 * before all others (`asc`) or behind them (`desc`), and one comparison cannot say both.
 */
export const stretchesAfter = (
  { path, direction }: Query['sort'],
  value: string | number | null,
  id: string,
): Sql[] => {
  const column = columnOf(path);
  const beyond = direction === 'asc' ? '>' : '<';
  if (path === '_id') return [{ sql: `_id ${beyond} ?`, cells: [id] }];
  const none: Sql = { sql: `${column} IS NULL AND _id ${beyond} ?`, cells: [id] };
  if (value === null) return direction === 'asc' ? [none, { sql: `${column} IS NOT NULL`, cells: [] }] : [none];
  const further: Sql = { sql: `(${column}, _id) ${beyond} (?, ?)`, cells: [value, id] };
  return direction === 'asc' ? [further] : [further, { sql: `${column} IS NULL`, cells: [] }];
};
