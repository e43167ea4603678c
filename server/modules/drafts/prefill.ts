import { editor, fromPointer, isJson, isObject, sameJson, toPointer, valueAt } from '../../../engine/json.ts';
import type { Editor, JsonObject, JsonValue, Pointer } from '../../../engine/json.ts';
import type { RegisterEntry } from '../../../wire/form.ts';
import type { KnownValues } from '../../core/known-values.ts';
import { isBlank, type CompiledForm, type FormManifest, type Schema, type Sent } from '../../../engine/index.ts';

/** An answer that the person may not change, and what it must be. */
export interface LockedAnswer {
  to: Pointer;
  value: JsonValue;
}

export interface Prefilled {
  answers: JsonObject;
  /** Pointer → plain words for where the answer comes from. */
  prefilled: Record<Pointer, string>;
  locked: LockedAnswer[];
}

/** Answers brought along from elsewhere, less those that this form does not ask for. */
export const carriedAnswers = (schema: Schema, answers: JsonObject): JsonObject => {
  const known = schema.properties ?? {};
  return Object.fromEntries(Object.entries(answers).filter(([key]) => Object.hasOwn(known, key)));
};

/** The answers that a new draft begins with: what was carried along, then what the manifest fills in where nothing is. */
export const prefill = (manifest: FormManifest, carried: JsonObject, known: KnownValues): Prefilled => {
  const result: Prefilled = { answers: carried, prefilled: {}, locked: [] };
  for (const row of manifest.prefill) {
    const source = Object.hasOwn(known, row.from) ? known[row.from] : undefined;
    if (source === undefined || source.value === '') continue;
    if (row.locked) result.locked.push({ to: row.to, value: source.value });
    else if (valueAt(result.answers, row.to) !== undefined) continue;
    result.answers = withAnswer(result.answers, row.to, source.value);
    result.prefilled[row.to] = source.from;
  }
  return result;
};

/** Entries of a list of the council that are called so. */
export type EntriesNamed = (register: string, name: string) => readonly Pick<RegisterEntry, 'values'>[];

const fromList = 'the council’s list';

/** With what the council's lists know of whatever the portal filled in by its name, where nothing stands: as if it had been chosen there. */
export const withDetails = (form: CompiledForm, filled: Prefilled, named: EntriesNamed): Prefilled => {
  const result = { ...filled, prefilled: { ...filled.prefilled } };
  for (const at of Object.keys(filled.prefilled)) {
    const { suggest } = form.questionAt(at)?.element.options ?? {};
    const name = valueAt(filled.answers, at);
    const [entry, ...others] = suggest && typeof name === 'string' ? named(suggest.register, name) : [];
    // Of two that are called so, nobody knows which is meant.
    if (suggest === undefined || entry === undefined || others.length > 0) continue;
    for (const [place, known] of Object.entries(suggest.fills)) {
      const value = entry.values[known];
      if (!isJson(value) || isBlank(value) || !isBlank(valueAt(result.answers, place))) continue;
      result.answers = withAnswer(result.answers, place, value);
      result.prefilled[place] = fromList;
    }
  }
  return result;
};

/** Cells that were filled in and whose columns are locked when they are; of tables that `prefilled` names. */
export const lockedCells = (form: CompiledForm, answers: JsonObject, prefilled: readonly Pointer[]): LockedAnswer[] =>
  prefilled.flatMap((at) => {
    const [table, rows] = [form.questionAt(at), valueAt(answers, at)];
    if (table?.kind !== 'table' || !Array.isArray(rows)) return [];
    const columns = table.parts.filter(({ element }) => element.options?.lockedWhenPrefilled === true);
    return rows.flatMap((row, index) =>
      columns.flatMap(({ pointer }): LockedAnswer[] => {
        const key = pointer.slice(pointer.lastIndexOf('/') + 1);
        const value = isObject(row) ? row[key] : undefined;
        return value === undefined || isBlank(value) ? [] : [{ to: `${at}${toPointer([index, key])}`, value }];
      }),
    );
  });

/** The answers with every locked one as it must be, whatever was sent. */
export const withLocked = (answers: JsonObject, locked: readonly LockedAnswer[]): JsonObject => {
  const changed = editor(answers);
  for (const { to, value } of locked) {
    const segments = fromPointer(to);
    if (segments.length === 0) continue;
    addRows(changed, segments);
    changed.put(to, value);
  }
  const result = changed.result();
  return isObject(result) ? result : answers;
};

/** `sent` over what is stored. */
export const merged = (stored: JsonObject, { set, unset }: Sent): JsonObject => ({
  ...Object.fromEntries(Object.entries(stored).filter(([key]) => !unset.includes(key))),
  ...set,
});

/** The change with every locked answer as it must be, and the top-level names of what had to be put back for that. */
export const keepingLocked = (
  stored: JsonObject,
  sent: Sent,
  locked: readonly LockedAnswer[],
): { change: Sent; restored: string[] } => {
  const asSent = merged(stored, sent);
  const right = withLocked(asSent, locked);
  const restored = Object.keys(right).filter((key) => !sameJson(asSent[key], right[key]));
  if (restored.length === 0) return { change: sent, restored };
  const set = Object.fromEntries(Object.entries(right).filter(([key]) => restored.includes(key)));
  return {
    change: { set: { ...sent.set, ...set }, unset: sent.unset.filter((key) => !restored.includes(key)) },
    restored,
  };
};

const withAnswer = (answers: JsonObject, to: Pointer, value: JsonValue): JsonObject =>
  withLocked(answers, [{ to, value }]);

/** Makes every table on the way to a place, and in it as many rows as it takes. A name in answers is never a number. */
const addRows = (answers: Editor, segments: readonly string[]): void =>
  segments.forEach((segment, depth) => {
    if (!/^\d+$/.test(segment)) return;
    const table = toPointer(segments.slice(0, depth));
    const rows = answers.at(table);
    if (!Array.isArray(rows)) answers.put(table, []);
    for (let row = Array.isArray(rows) ? rows.length : 0; row <= Number(segment); row += 1)
      answers.put(`${table}/${row}`, {});
  });
