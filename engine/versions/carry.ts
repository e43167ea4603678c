import { isBlank } from '../answers/blank.ts';
import { questionNear } from '../answers/near.ts';
import { without } from '../answers/without.ts';
import type { CompiledForm } from '../compile/form.ts';
import { editor, isObject, valueAt, type JsonObject, type JsonValue, type Pointer } from '../json.ts';
import { showAnswer } from '../print/show.ts';
import { fit } from './fit.ts';
import { migrationFrom } from './migration-from.ts';
import { movedBy, type Migration, type Moved } from './migration.ts';

/** An answer for which the newer version has no place. It stays with the draft until the person has seen to it. */
export interface Unplaced {
  /** Where it was in the older version. */
  pointer: Pointer;
  /** The question as it was asked. */
  label: string;
  value: JsonValue;
  /** The answer as it was read. */
  lines: string[];
  /** The page of the newer version beside which it is shown; the first where its own is gone. */
  page: string;
}

export interface Carried {
  answers: JsonObject;
  unplaced: Unplaced[];
}

const describe = (from: CompiledForm, to: CompiledForm, pointer: Pointer, value: JsonValue): Unplaced => {
  const question = questionNear(from, pointer);
  const exactly = from.questionAt(pointer);
  const lines = exactly === undefined ? [] : showAnswer(from, exactly, value, pointer, () => true);
  const page = to.pages.find(({ id }) => id === question?.pageId) ?? to.pages[0];
  return {
    pointer,
    label: question?.label ?? pointer.slice(pointer.lastIndexOf('/') + 1),
    value,
    lines: lines.length > 0 ? lines : [typeof value === 'object' ? JSON.stringify(value) : String(value)],
    page: page?.id ?? '',
  };
};

/** Places, asked whether one of them is at, around or inside another place. */
const placesTaken = () => {
  const places = new Set<Pointer>();
  const around = new Set<Pointer>();
  const outer = function* (pointer: Pointer): Generator<Pointer> {
    for (let end = pointer.length; end > 0; end = pointer.lastIndexOf('/', end - 1)) yield pointer.slice(0, end);
  };
  return {
    add: (pointer: Pointer): void => {
      places.add(pointer);
      for (const place of outer(pointer)) around.add(place);
    },
    overlaps: (pointer: Pointer): boolean => {
      if (around.has(pointer)) return true;
      for (const place of outer(pointer)) if (places.has(place)) return true;
      return false;
    },
  };
};

interface Taken {
  moves: Moved[];
  lost: { pointer: Pointer; value: JsonValue }[];
}

/** What the steps take from these answers, and what of it has no place because another answer went there first. */
const takenBy = (migration: Migration | undefined, answers: JsonObject): Taken => {
  const moves: Moved[] = [];
  const lost: Taken['lost'] = [];
  const taken = placesTaken();
  const gone = placesTaken();
  for (const step of migration?.steps ?? []) {
    const leaving: Pointer[] = [];
    for (const moved of movedBy(step, answers)) {
      if (moved.from.some(gone.overlaps)) continue;
      for (const pointer of moved.from) leaving.push(pointer);
      if (taken.overlaps(moved.to)) {
        for (const pointer of moved.from) lost.push({ pointer, value: valueAt(answers, pointer) ?? null });
      } else {
        moves.push(moved);
        taken.add(moved.to);
      }
    }
    // Only what earlier steps took is gone: one step may name an answer for several places.
    leaving.forEach(gone.add);
  }
  return { moves, lost };
};

const isWithin = (outer: Pointer, inner: Pointer): boolean => inner === outer || inner.startsWith(`${outer}/`);

/**
 * Answers to one version of a form as answers to the next: first the steps of its `migrate.json`, then by place. Nothing is dropped: every
 * answer is carried or listed as unplaced. Two answers for one place leave the second unplaced; an answer that two
 * steps name follows the first.
 */
export const carry = (
  from: CompiledForm,
  to: CompiledForm,
  answers: JsonObject,
  migration: Migration | undefined = migrationFrom(from, to),
): Carried => {
  const { moves, lost } = takenBy(migration, answers);
  const leaving = [...moves.flatMap((move) => move.from), ...lost.map(({ pointer }) => pointer)];
  const staying = editor(without(answers, leaving));
  for (const { to: place, value } of moves) {
    const there = staying.at(place);
    if (there !== undefined && !isBlank(there)) lost.push({ pointer: place, value: there });
    staying.put(place, value);
  }
  const fitted = fit(to.definition.schema, { ...to.definition.schema, type: 'object' }, staying.result(), '');
  const origins = new Map(moves.map(({ from: [origin = ''], to: place }) => [place, origin]));
  const origin = (pointer: Pointer): Pointer => {
    for (let end = pointer.length; end > 0; end = pointer.lastIndexOf('/', end - 1)) {
      const moved = origins.get(pointer.slice(0, end));
      if (moved !== undefined) return moved + pointer.slice(end);
    }
    return pointer;
  };
  const unplaced = [...lost, ...fitted.lost.map(({ pointer, value }) => ({ pointer: origin(pointer), value }))]
    .filter(({ value }) => !isBlank(value))
    .map(({ pointer, value }) => describe(from, to, pointer, value));
  return { answers: isObject(fitted.kept) ? fitted.kept : {}, unplaced };
};

/** A place once answers were fitted: what is one became a list of one, or the other way round. */
const fittedPlace = (answers: JsonObject, pointer: Pointer): Pointer => {
  let at: Pointer = '';
  for (const segment of pointer.split('/').slice(1)) {
    const isRow = /^\d+$/.test(segment);
    const isList = Array.isArray(valueAt(answers, at));
    if (isRow && !isList) continue;
    at += isList && !isRow ? `/0/${segment}` : `/${segment}`;
  }
  return at;
};

/**
 * For places in answers to one version of a form, where in answers to the next the same is: there still, or where steps take it, what is
 * around it or what is in it; nowhere when another answer has its place. `now`: these answers as they were carried.
 */
export const carriedTo = (
  from: CompiledForm,
  to: CompiledForm,
  answers: JsonObject,
  now: JsonObject,
  migration: Migration | undefined = migrationFrom(from, to),
): ((pointer: Pointer) => Pointer[]) => {
  const { moves, lost } = takenBy(migration, answers);
  const left = [...moves.flatMap((move) => move.from), ...lost.map(({ pointer }) => pointer)];
  return (pointer) => {
    const moved = moves.flatMap((move) =>
      move.from.flatMap((origin) => {
        if (isWithin(origin, pointer)) return [move.to + pointer.slice(origin.length)];
        return isWithin(pointer, origin) ? [move.to] : [];
      }),
    );
    const stayed = left.some((origin) => isWithin(origin, pointer)) ? [] : [pointer];
    return [...new Set([...moved, ...stayed].map((place) => fittedPlace(now, place)))];
  };
};
