import type { CompiledForm } from '../compile/form.ts';
import { formatOf } from '../formats/index.ts';
import { isObject, type JsonObject, type JsonValue, type Pointer } from '../json.ts';
import { compact, isBlank } from './blank.ts';

/**
 * Answers as the engine reads them, every row in its place: an empty box, white space and an unticked box are no answer, a blank row is
 * `{}`, and identifiers are in the form in which they are kept.
 */
export const tidy = (form: CompiledForm, answers: JsonObject): JsonObject => {
  const text = (value: string, at: Pointer): string => {
    const question = form.questionAt(at);
    const format = formatOf(question?.schema.format);
    if (format) return format.tidy(value);
    return question?.kind === 'text' ? value.trim() : value;
  };
  /** Undefined where nothing is left. Looks at everything once, however deep it lies. */
  const object = (value: JsonObject, at: Pointer): JsonObject | undefined => {
    const kept = Object.entries(value).flatMap(([key, entry]): [string, JsonValue][] => {
      const place = `${at}/${key}`;
      const tidied = each(entry, place);
      if (tidied === undefined || (entry === false && form.questionAt(place)?.kind === 'tick')) return [];
      return [[key, tidied]];
    });
    return kept.length === 0 ? undefined : Object.fromEntries(kept);
  };
  const list = (values: readonly JsonValue[], at: Pointer): JsonValue[] | undefined => {
    const rows = values.map((entry) => each(entry, `${at}/*`));
    return rows.every((row) => row === undefined) ? undefined : rows.map((row) => row ?? {});
  };
  const each = (value: JsonValue, at: Pointer): JsonValue | undefined => {
    if (Array.isArray(value)) return list(value, at);
    if (isObject(value)) return object(value, at);
    const tidied = typeof value === 'string' ? text(value, at) : value;
    return isBlank(tidied) ? undefined : tidied;
  };
  return object(answers, '') ?? {};
};

/** Answers as they are kept after submitting: nothing blank, no blank rows, identifiers in their stored form. */
export const normalise = (form: CompiledForm, answers: JsonObject): JsonObject => compact(tidy(form, answers)).answers;
