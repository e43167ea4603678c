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
  const object = (value: JsonObject, at: Pointer): JsonObject =>
    Object.fromEntries(
      Object.entries(value).flatMap(([key, entry]): [string, JsonValue][] => {
        const place = `${at}/${key}`;
        if (isBlank(entry) || (entry === false && form.questionAt(place)?.kind === 'tick')) return [];
        const tidied = each(entry, place);
        return isBlank(tidied) ? [] : [[key, tidied]];
      }),
    );
  const each = (value: JsonValue, at: Pointer): JsonValue => {
    if (typeof value === 'string') return text(value, at);
    if (Array.isArray(value)) return value.map((entry) => (entry === null ? {} : each(entry, `${at}/*`)));
    return isObject(value) ? object(value, at) : value;
  };
  return object(answers, '');
};

/** Answers as they are kept after submitting: nothing blank, no blank rows, identifiers in their stored form. */
export const normalise = (form: CompiledForm, answers: JsonObject): JsonObject => compact(tidy(form, answers)).answers;
