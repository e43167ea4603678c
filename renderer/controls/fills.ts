/** What choosing somebody or something fills in elsewhere: never over what a person wrote, and not longer than the choice stands. */
import { isBlank } from '../../engine/index.ts';
import {
  isJson,
  isObject,
  sameJson,
  valueAt,
  type JsonObject,
  type JsonValue,
  type Pointer,
} from '../../engine/json.ts';
import type { Filled, Filling } from '../form/filling.ts';

/** One that can be chosen, with what is known of it by name. */
export interface Choosable {
  name: string;
  values: Readonly<Record<string, unknown>>;
  /** Where what is known of it comes from, in words. */
  source: string;
}

/** A question that fills in others. */
export interface FillsIn {
  /** The question's own place; what it fills in stands in the same row, or anywhere in the answers. */
  pointer: Pointer;
  /** For each answer, by pointer from the row or the answers, the name of the value that goes there. */
  fills: Readonly<Record<Pointer, string>>;
  /** Places that cannot be changed here. */
  locked: ReadonlySet<Pointer>;
}

/** What stood at places, from what it came there, and what was put in its stead. */
export type Before = Readonly<Record<Pointer, Filled & { now: JsonValue | undefined }>>;

/** Where the pointers of `fills` start: the row in which the question stands, or the whole of the answers. */
export const baseOf = (pointer: Pointer): Pointer => /^.*\/\d+(?=\/)/.exec(pointer)?.[0] ?? '';

/** Each place that is filled in, with what `values` has for it; nothing for what is not known. */
export const valuesFor = (
  { pointer, fills, locked }: FillsIn,
  values: Readonly<Record<string, unknown>>,
): ReadonlyMap<Pointer, JsonValue | undefined> => {
  const places = Object.entries(fills).map(([to, name]): [Pointer, JsonValue | undefined] => {
    const value = values[name];
    return [`${baseOf(pointer)}${to}`, isJson(value) && !isBlank(value) ? value : undefined];
  });
  return new Map(places.filter(([place]) => !locked.has(place)));
};

/** Nothing that stands there would be lost: each part of it is the same, or there is none. */
const agrees = (there: JsonValue | undefined, value: JsonValue | undefined): boolean => {
  if (isBlank(there) || sameJson(there, value)) return true;
  if (!isObject(there) || !isObject(value)) return false;
  return Object.entries(there).every(([key, part]) => agrees(part, value[key]));
};

/** Places where somebody wrote something else than what is known of what they chose. */
export const differing = (
  answers: JsonObject,
  question: FillsIn,
  { values }: Pick<Choosable, 'values'>,
): { place: Pointer; value: JsonValue }[] =>
  [...valuesFor(question, values)].flatMap(([place, value]) =>
    value === undefined || agrees(valueAt(answers, place), value) ? [] : [{ place, value }],
  );

/** Whether what stands at a place came from one of these choices. */
const isFrom = (filling: Filling, question: FillsIn, place: Pointer, choices: readonly Choosable[]): boolean => {
  const { answers, sources } = filling.state();
  const there = valueAt(answers, place);
  return choices.some(
    ({ values, source }) => sources[place] === source || sameJson(valuesFor(question, values).get(place), there),
  );
};

/** Changes places, and gives what stood there. */
const change = (filling: Filling, changes: Readonly<Record<Pointer, Filled>>): Before => {
  const { answers, sources } = filling.state();
  const before = Object.entries(changes).map(
    ([place, { value }]) => [place, { value: valueAt(answers, place), source: sources[place], now: value }] as const,
  );
  filling.fill(changes);
  return Object.fromEntries(before);
};

/** What can be put back: places where nobody has written since. */
export const backAgain = ({ answers }: { answers: JsonObject }, before: Before): Pointer[] =>
  Object.entries(before).flatMap(([place, { now }]) => {
    const there = valueAt(answers, place);
    return sameJson(there, now) || (isBlank(there) && isBlank(now)) ? [place] : [];
  });

export const putBack = (filling: Filling, before: Before): void => {
  const places = new Set(backAgain(filling.state(), before));
  filling.fill(Object.fromEntries(Object.entries(before).filter(([place]) => places.has(place))));
};

/**
 * Fills in what is known of what was chosen where nothing stands, or nothing that somebody wrote: what the portal or a choice before this
 * one filled in. `earlier`: the choices that stood there until now. What somebody wrote stays, and `differing` tells of it.
 */
export const take = (filling: Filling, question: FillsIn, chosen: Choosable, earlier: readonly Choosable[]): void => {
  const { answers, sources } = filling.state();
  const changes: Record<Pointer, Filled> = {};
  for (const [place, value] of valuesFor(question, chosen.values)) {
    const there = valueAt(answers, place);
    const written = !isBlank(there) && sources[place] === undefined && !isFrom(filling, question, place, earlier);
    if (written && !(value !== undefined && agrees(there, value))) continue;
    if (value !== undefined) changes[place] = { value, source: chosen.source };
    else if (!isBlank(there)) changes[place] = { value: undefined };
  }
  filling.fill(changes);
};

/** Puts what is known of the choice over what somebody wrote, for they said so; gives what stood there. */
export const takeAll = (filling: Filling, question: FillsIn, chosen: Choosable): Before => {
  const wanted = differing(filling.state().answers, question, chosen);
  return change(
    filling,
    Object.fromEntries(wanted.map(({ place, value }) => [place, { value, source: chosen.source }])),
  );
};

/** Takes out what came from choices that stand no longer; gives what stood there, empty when it was nothing. */
export const takeOut = (filling: Filling, question: FillsIn, choices: readonly Choosable[]): Before => {
  const { answers } = filling.state();
  const places = [...valuesFor(question, {}).keys()].filter(
    (place) => !isBlank(valueAt(answers, place)) && isFrom(filling, question, place, choices),
  );
  return change(filling, Object.fromEntries(places.map((place) => [place, { value: undefined }])));
};

/** What a choice that stands no longer took along. */
export interface GoneNote {
  kind: 'gone';
  name: string;
  before: Before;
}

/** What is to be told, after `told`, once `before` was taken out with the choices that stood there: of one choice all, however late it was found. */
export const noteOfLeaving = (
  told: GoneNote | undefined,
  [first]: readonly Choosable[],
  before: Before,
): GoneNote | undefined => {
  if (first === undefined || Object.keys(before).length === 0) return told;
  const { name } = first;
  return { kind: 'gone', name, before: told?.name === name ? { ...told.before, ...before } : before };
};
