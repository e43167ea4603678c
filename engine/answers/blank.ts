import { isObject, type JsonObject, type JsonValue, type Pointer } from '../json.ts';

/** Nothing was answered: white space, empty lists and objects, and whatever holds only such. `false` and `0` are answers. */
export const isBlank = (value: JsonValue | undefined): boolean => {
  if (value === undefined || value === null) return true;
  if (typeof value === 'string') return value.trim() === '';
  if (Array.isArray(value)) return value.every(isBlank);
  return isObject(value) && Object.values(value).every(isBlank);
};

/** Answers without anything blank, and the way back to where things stood before. */
export interface Compact {
  answers: JsonObject;
  /** The place in the original answers of a place in these. */
  original: (pointer: Pointer) => Pointer;
}

/** Leaves out what is blank, table rows too; rows that follow a blank one move up. */
export const compact = (answers: JsonObject): Compact => {
  const keptRows = new Map<Pointer, number[]>();

  const list = (values: readonly JsonValue[], at: Pointer): JsonValue[] | undefined => {
    const kept: JsonValue[] = [];
    const rows: number[] = [];
    values.forEach((value, row) => {
      const whole = each(value, `${at}/${kept.length}`);
      if (whole === undefined) return;
      kept.push(whole);
      rows.push(row);
    });
    if (kept.length === 0) return undefined;
    keptRows.set(at, rows);
    return kept;
  };
  const object = (value: JsonObject, at: Pointer): JsonObject | undefined => {
    const kept = Object.entries(value).flatMap(([key, entry]): [string, JsonValue][] => {
      const whole = each(entry, `${at}/${key}`);
      return whole === undefined ? [] : [[key, whole]];
    });
    return kept.length === 0 ? undefined : Object.fromEntries(kept);
  };
  /** Undefined where nothing is left. Looks at everything once, however deep it lies. */
  const each = (value: JsonValue, at: Pointer): JsonValue | undefined => {
    if (Array.isArray(value)) return list(value, at);
    if (isObject(value)) return object(value, at);
    return isBlank(value) ? undefined : value;
  };

  const original = (pointer: Pointer): Pointer => {
    let [from, to] = ['', ''];
    for (const segment of pointer.split('/').slice(1)) {
      const row = keptRows.get(from)?.[Number(segment)];
      from += `/${segment}`;
      to += `/${row ?? segment}`;
    }
    return to;
  };
  return { answers: object(answers, '') ?? {}, original };
};
