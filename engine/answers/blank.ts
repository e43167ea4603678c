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

  const list = (values: JsonValue[], at: Pointer): JsonValue[] => {
    const kept = values.flatMap((value, index) => (isBlank(value) ? [] : [index]));
    keptRows.set(at, kept);
    return kept.map((index, position) => each(values[index] ?? null, `${at}/${position}`));
  };
  const object = (value: JsonObject, at: Pointer): JsonObject =>
    Object.fromEntries(
      Object.entries(value).flatMap(([key, entry]) => (isBlank(entry) ? [] : [[key, each(entry, `${at}/${key}`)]])),
    );
  const each = (value: JsonValue, at: Pointer): JsonValue =>
    Array.isArray(value) ? list(value, at) : isObject(value) ? object(value, at) : value;

  const original = (pointer: Pointer): Pointer => {
    let [from, to] = ['', ''];
    for (const segment of pointer.split('/').slice(1)) {
      const row = keptRows.get(from)?.[Number(segment)];
      from += `/${segment}`;
      to += `/${row ?? segment}`;
    }
    return to;
  };
  return { answers: object(answers, ''), original };
};
