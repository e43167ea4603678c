/** What is stored when somebody saves who does not see everything: what they sent, with all that they do not see as it was. */
import type { AnswerContext, CompiledForm } from '../compile/form.ts';
import { fromPointer, isObject, toPointer, valueAt, type JsonObject, type JsonValue, type Pointer } from '../json.ts';
import { answersFor, type Viewer } from './answers-for.ts';
import { restored, redactionOf, type Redaction } from './redaction.ts';

/** Whole top-level answers by name, and the names of those that are taken away. */
export interface Sent {
  set: JsonObject;
  unset: readonly string[];
}

/** The value without what its sender is not asked for, rows being `*` in `places`. */
const stripped = (value: JsonValue | undefined, places: Redaction | undefined): JsonValue | undefined => {
  if (value === undefined || places === undefined) return value;
  if (places === true) return undefined;
  const rows = places.get('*');
  if (Array.isArray(value)) return value.map((row) => stripped(row, rows) ?? null);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, entry]): [string, JsonValue][] => {
      const rest = stripped(entry, places.get(key));
      return rest === undefined ? [] : [[key, rest]];
    }),
  );
};

const apply = (
  stored: JsonObject,
  { set, unset }: Sent,
  redaction: Map<string, Redaction>,
  notAsked: Map<string, Redaction>,
): Sent => {
  const result: JsonObject = {};
  const gone: string[] = [];
  const put = (key: string, value: JsonValue | undefined): void => {
    const next = restored(stored[key], value, redaction.get(key));
    if (next === undefined) gone.push(key);
    else Object.defineProperty(result, key, { value: next, enumerable: true, configurable: true, writable: true });
  };
  for (const [key, value] of Object.entries(set)) put(key, stripped(value, notAsked.get(key)));
  for (const key of unset) if (!Object.hasOwn(set, key)) put(key, undefined);
  return { set: result, unset: gone };
};

const merged = (stored: JsonObject, { set, unset }: Sent): JsonObject => ({
  ...Object.fromEntries(Object.entries(stored).filter(([key]) => !unset.includes(key))),
  ...set,
});

/** The places that the sender gave a value, of those given. In tables only where no row came or went, for else places are others than before. */
const given = (stored: JsonObject, sent: JsonObject, places: readonly Pointer[]): Pointer[] =>
  places.filter((place) => {
    let [before, now]: (JsonValue | undefined)[] = [stored, sent];
    for (const segment of fromPointer(place)) {
      if (Array.isArray(before) && (!Array.isArray(now) || now.length !== before.length)) return false;
      [before, now] = [valueAt(before, toPointer([segment])), valueAt(now, toPointer([segment]))];
      if (now === undefined) return false;
    }
    return true;
  });

/**
 * The change to store when a viewer sends `sent` over `stored`. What is kept from them stays as it was. What the form's rules hide from them
 * stays too, unless they answer it in the same moment in which their answers make the form ask for it.
 */
export const answersAfter = (
  form: CompiledForm,
  stored: JsonObject,
  sent: Sent,
  viewer: Viewer,
  context: AnswerContext,
): Sent => {
  const seen = answersFor(form, stored, viewer, context);
  const notAsked = redactionOf(seen.notAsked);
  const answered = given(stored, sent.set, seen.hidden);
  if (answered.length > 0) {
    const redaction = redactionOf(seen.withheld.filter((place) => !answered.includes(place)));
    const change = apply(stored, sent, redaction, notAsked);
    const after = answersFor(form, merged(stored, change), { ...viewer, wrote: () => false }, context);
    if (answered.every((place) => !after.withheld.includes(place))) return change;
  }
  return apply(stored, sent, redactionOf(seen.withheld), notAsked);
};
