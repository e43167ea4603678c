/** A Change as one SQL expression over the column `doc`, so that a large document never leaves the database. */
import type { JsonValue } from '../../../../engine/json.ts';
import type { Cell, Sql } from './sqlite-call.ts';
import { checkApart } from '../declared.ts';
import { jsonPath, parentPaths } from './sqlite-path.ts';
import type { Change } from '../store.ts';

/** Pairs for one call of jsonb_set: SQLite allows a function so many arguments only. */
const pairsPerCall = 40;
const mostPlans = 500;

/** The paths of a change. People save the same questions again and again: what depends on paths alone is worked out once. */
interface Shape {
  set: string[];
  unset: string[];
  add: string[];
  push: string[];
}

/** What stands for a value of the change in a plan. */
interface Slot {
  part: 'set' | 'add' | 'push';
  index: number;
}

interface Plan {
  sql: string;
  cells: (string | Slot)[];
}

export const jsonText = (value: JsonValue): string => {
  const text: unknown = JSON.stringify(value);
  if (typeof text !== 'string') throw new TypeError('A value to store is undefined');
  return text;
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
  cells: Plan['cells'];
}

const steps = ({ set, unset, add, push }: Shape): Step[] => {
  const values = set.map((path, index) => [jsonPath(path), { part: 'set', index }] satisfies Plan['cells']);
  return [
    ...chunks(unset, pairsPerCall).map((paths) => ({
      before: 'jsonb_remove(',
      after: ', ?'.repeat(paths.length) + ')',
      cells: paths.map(jsonPath),
    })),
    ...chunks(values, pairsPerCall).map((pairs) => ({
      before: 'jsonb_set(',
      after: ', ?, jsonb(?)'.repeat(pairs.length) + ')',
      cells: pairs.flat(),
    })),
    ...add.map((path, index): Step => ({
      before: 'jsonb_set(',
      after: ', ?, coalesce(json_extract(doc, ?), 0) + ?)',
      cells: [jsonPath(path), jsonPath(path), { part: 'add', index }],
    })),
    ...push.map((path, index): Step => ({
      before: 'jsonb_insert(',
      after: ', ?, jsonb(?))',
      cells: [`${jsonPath(path)}[#]`, { part: 'push', index }],
    })),
  ];
};

/** JSON functions pass over in silence what they cannot do; what would be lost so is refused instead. */
const conditions = ({ set, add, push }: Shape): { sql: string; cells: string[] }[] => {
  const parents = [...new Set([...set, ...add, ...push].flatMap(parentPaths))];
  const kind = (fallback: string, kinds: string) => (path: string) => ({
    sql: `coalesce(json_type(doc, ?), '${fallback}') IN (${kinds})`,
    cells: [path],
  });
  return [
    ...parents.map(kind('object', "'object'")),
    ...add.map(jsonPath).map(kind('integer', "'integer', 'real'")),
    ...push.map(jsonPath).map(kind('array', "'array'")),
  ];
};

const planOf = (shape: Shape): Plan => {
  const touched = [...shape.set, ...shape.add, ...shape.push, ...shape.unset];
  checkApart(touched);
  const changed = steps(shape).reduce<Plan>(
    ({ sql, cells }, step) => ({ sql: `${step.before}${sql}${step.after}`, cells: [...cells, ...step.cells] }),
    { sql: 'doc', cells: [] },
  );
  const required = conditions(shape);
  if (required.length === 0) return changed;
  return {
    sql: `CASE WHEN ${required.map(({ sql }) => sql).join(' AND ')} THEN ${changed.sql} ELSE refuse() END`,
    cells: [...required.flatMap(({ cells }) => cells), ...changed.cells],
  };
};

const plans = new Map<string, Plan>();

const knownPlan = (shape: Shape): Plan => {
  const key = JSON.stringify([shape.set, shape.unset, shape.add, shape.push]);
  const known = plans.get(key);
  if (known !== undefined) return known;
  const plan = planOf(shape);
  const oldest = plans.keys().next();
  if (plans.size >= mostPlans && oldest.done !== true) plans.delete(oldest.value);
  plans.set(key, plan);
  return plan;
};

/** The new `doc`. The function `refuse` throws. */
export const changeSql = ({ set = {}, unset = [], add = {}, push = {} }: Change): Sql => {
  const shape = { set: Object.keys(set), unset, add: Object.keys(add), push: Object.keys(push) };
  const { sql, cells } = knownPlan(shape);
  const values = {
    set: Object.values(set).map(jsonText),
    add: Object.values(add).map(numberCell),
    push: Object.values(push).map(jsonText),
  };
  return {
    sql,
    cells: cells.map((cell) => (typeof cell === 'string' ? cell : (values[cell.part][cell.index] ?? null))),
  };
};
