import { isObject, type JsonValue, type Pointer } from '../json.ts';

/**
 * `migrate.json`: what became of answers whose place or values a version changed. What is not named here is carried by its place. `*`
 * in a pointer is every row; both sides of a step must have as many.
 */
export interface Migration {
  $schema?: string;
  /** The version whose answers these steps carry. */
  from: string;
  steps: MigrationStep[];
}

export type MigrationStep =
  /** Renames or moves an answer; `values` replaces one value by another on the way. `to` may be the same place. */
  | { move: Pointer; to: Pointer; values?: Record<string, JsonValue> }
  /** Cuts a text in as many pieces as there are places; the last one takes what is left. */
  | { split: Pointer; at: string; to: Pointer[] }
  /** Puts texts together, those that are missing left out. */
  | { join: Pointer[]; with: string; to: Pointer };

/** A value on its way: where it was and where it goes. */
export interface Moved {
  from: Pointer[];
  to: Pointer;
  value: JsonValue;
}

/** Every place that a pointer with `*` names in these answers, with the numbers of the rows. */
const places = (
  document: JsonValue | undefined,
  segments: readonly string[],
  at: Pointer = '',
): { at: Pointer; rows: number[]; value: JsonValue }[] => {
  const [head, ...rest] = segments;
  if (document === undefined) return [];
  if (head === undefined) return [{ at, rows: [], value: document }];
  if (head === '*') {
    if (!Array.isArray(document)) return [];
    return document.flatMap((row, index) =>
      places(row, rest, `${at}/${index}`).map((place) => ({ ...place, rows: [index, ...place.rows] })),
    );
  }
  return isObject(document) && Object.hasOwn(document, head) ? places(document[head], rest, `${at}/${head}`) : [];
};

const segmentsOf = (pointer: Pointer): string[] => pointer.split('/').slice(1);

const withRows = (pointer: Pointer, rows: readonly number[]): Pointer => {
  const left = [...rows];
  return segmentsOf(pointer)
    .map((segment) => `/${segment === '*' ? (left.shift() ?? 0) : segment}`)
    .join('');
};

const mapped = (value: JsonValue, values: Record<string, JsonValue> = {}): JsonValue => {
  if (Array.isArray(value)) return value.map((entry) => mapped(entry, values));
  const key = typeof value === 'object' ? '' : String(value);
  return key !== '' && Object.hasOwn(values, key) ? (values[key] ?? null) : value;
};

/** `Ada May Byron` at ` ` in two is `Ada` and `May Byron`. */
const pieces = (text: string, at: string, count: number): string[] => {
  const parts = text.split(at);
  return [...parts.slice(0, count - 1), parts.slice(count - 1).join(at)].filter((part) => part !== '');
};

/** What one step takes from these answers. */
export const movedBy = (step: MigrationStep, answers: JsonValue): Moved[] => {
  if ('move' in step)
    return places(answers, segmentsOf(step.move)).map(({ at, rows, value }) => ({
      from: [at],
      to: withRows(step.to, rows),
      value: mapped(value, step.values),
    }));
  if ('split' in step)
    return places(answers, segmentsOf(step.split)).flatMap(({ at, rows, value }) =>
      typeof value === 'string'
        ? pieces(value, step.at, step.to.length).map((piece, index) => ({
            from: [at],
            to: withRows(step.to[index] ?? '', rows),
            value: piece,
          }))
        : [],
    );
  const found = step.join.flatMap((pointer) => places(answers, segmentsOf(pointer)));
  const byRow = new Map<string, typeof found>();
  for (const place of found) {
    const others = byRow.get(String(place.rows));
    if (others === undefined) byRow.set(String(place.rows), [place]);
    else others.push(place);
  }
  return [...byRow.values()].map((parts) => ({
    from: parts.map(({ at }) => at),
    to: withRows(step.to, parts[0]?.rows ?? []),
    value: parts
      .map(({ value }) => (typeof value === 'object' ? '' : String(value)))
      .filter(Boolean)
      .join(step.with),
  }));
};
