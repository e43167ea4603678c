/** A Change as one SQL expression over the column `doc`, so that a large document never leaves the database. */
import type { JsonValue } from '../../engine/json.ts';
import type { Cell, Sql } from './sqlite-call.ts';
import { isOwnColumn, jsonPath, parentPaths } from './sqlite-path.ts';
import type { Change } from './store.ts';

/** Pairs for one call of jsonb_set: SQLite allows a function so many arguments only. */
const pairsPerCall = 40;

export const jsonText = (value: JsonValue): string => {
  const text: string | undefined = JSON.stringify(value);
  if (text === undefined) throw new TypeError('A value to store is undefined');
  return text;
};

const checkApart = (paths: string[]): void => {
  const sorted = paths.map((path) => `${path}.`).sort();
  for (const [index, path] of sorted.entries()) {
    const next = sorted[index + 1];
    if (next?.startsWith(path) === true) throw new TypeError(`A change has two parts at ${path.slice(0, -1)}`);
  }
};

const chunks = <T>(list: T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, index) => list.slice(index * size, (index + 1) * size));

/** Whole numbers stay whole in the document. */
const numberCell = (value: number): Cell => {
  if (!Number.isFinite(value)) throw new TypeError('Only a finite number can be added');
  return Number.isSafeInteger(value) ? BigInt(value) : value;
};

interface Step {
  /** The call around the document so far: `before doc after`. */
  before: string;
  after: string;
  cells: Cell[];
}

const steps = ({ set = {}, unset = [], add = {}, push = {} }: Change): Step[] => [
  ...chunks(unset, pairsPerCall).map((paths) => ({
    before: 'jsonb_remove(',
    after: ', ?'.repeat(paths.length) + ')',
    cells: paths.map(jsonPath),
  })),
  ...chunks(Object.entries(set), pairsPerCall).map((entries) => ({
    before: 'jsonb_set(',
    after: ', ?, jsonb(?)'.repeat(entries.length) + ')',
    cells: entries.flatMap(([path, value]) => [jsonPath(path), jsonText(value)]),
  })),
  ...Object.entries(add).map(([path, value]) => ({
    before: 'jsonb_set(',
    after: ', ?, coalesce(json_extract(doc, ?), 0) + ?)',
    cells: [jsonPath(path), jsonPath(path), numberCell(value)],
  })),
  ...Object.entries(push).map(([path, value]) => ({
    before: 'jsonb_insert(',
    after: ', ?, jsonb(?))',
    cells: [`${jsonPath(path)}[#]`, jsonText(value)],
  })),
];

/** JSON functions pass over in silence what they cannot do; what would be lost so is refused instead. */
const conditions = ({ set = {}, add = {}, push = {} }: Change): Sql[] => {
  const written = [...Object.keys(set), ...Object.keys(add), ...Object.keys(push)];
  const parents = [...new Set(written.flatMap(parentPaths))];
  const kind = (fallback: string, kinds: string) => (path: string) => ({
    sql: `coalesce(json_type(doc, ?), '${fallback}') IN (${kinds})`,
    cells: [path],
  });
  return [
    ...parents.map(kind('object', "'object'")),
    ...Object.keys(add).map(jsonPath).map(kind('integer', "'integer', 'real'")),
    ...Object.keys(push).map(jsonPath).map(kind('array', "'array'")),
  ];
};

/** The new `doc`. The function `refuse` throws. */
export const changeSql = (change: Change): Sql => {
  const paths = [change.set, change.add, change.push].flatMap((part) => Object.keys(part ?? {}));
  const touched = [...paths, ...(change.unset ?? [])];
  const own = touched.find((path) => isOwnColumn(path.split('.', 1).join('')));
  if (own !== undefined) throw new TypeError(`${own} is kept by the store`);
  checkApart(touched);
  const changed = steps(change).reduce<Sql>(
    ({ sql, cells }, step) => ({ sql: `${step.before}${sql}${step.after}`, cells: [...cells, ...step.cells] }),
    { sql: 'doc', cells: [] },
  );
  const required = conditions(change);
  if (required.length === 0) return changed;
  return {
    sql: `CASE WHEN ${required.map(({ sql }) => sql).join(' AND ')} THEN ${changed.sql} ELSE refuse() END`,
    cells: [...required.flatMap(({ cells }) => cells), ...changed.cells],
  };
};
