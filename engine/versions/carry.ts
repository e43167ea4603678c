import { isBlank } from '../answers/blank.ts';
import { questionNear } from '../answers/near.ts';
import { without } from '../answers/visibility.ts';
import type { CompiledForm } from '../compile/form.ts';
import { isObject, valueAt, withValueAt, type JsonObject, type JsonValue, type Pointer } from '../json.ts';
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

const isPrefix = (outer: Pointer, pointer: Pointer): boolean => pointer === outer || pointer.startsWith(`${outer}/`);

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
  const moves: Moved[] = [];
  const lost: { pointer: Pointer; value: JsonValue }[] = [];
  const overlaps = (pointer: Pointer, others: readonly Pointer[]): boolean =>
    others.some((other) => isPrefix(other, pointer) || isPrefix(pointer, other));
  for (const step of migration?.steps ?? []) {
    const gone = [...moves.flatMap(({ from: origins }) => origins), ...lost.map(({ pointer }) => pointer)];
    for (const moved of movedBy(step, answers)) {
      if (moved.from.some((pointer) => overlaps(pointer, gone))) continue;
      const taken = overlaps(
        moved.to,
        moves.map(({ to: place }) => place),
      );
      if (taken) lost.push(...moved.from.map((pointer) => ({ pointer, value: valueAt(answers, pointer) ?? null })));
      else moves.push(moved);
    }
  }
  const leaving = new Set([...moves.flatMap((move) => move.from), ...lost.map(({ pointer }) => pointer)]);
  // Later rows first, so that the numbers of earlier ones stay true.
  let staying: JsonObject = without(answers, [...leaving].reverse());
  for (const {
    from: [origin = ''],
    to: place,
    value,
  } of moves) {
    const there = valueAt(staying, place);
    if (there !== undefined && !isBlank(there)) lost.push({ pointer: place, value: there });
    const next = withValueAt(staying, place, value);
    if (isObject(next)) staying = next;
    else lost.push({ pointer: origin, value });
  }
  const fitted = fit(to.definition.schema, { ...to.definition.schema, type: 'object' }, staying, '');
  const origin = (pointer: Pointer): Pointer => {
    const move = moves.find((each) => isPrefix(each.to, pointer));
    return move === undefined ? pointer : (move.from[0] ?? '') + pointer.slice(move.to.length);
  };
  const unplaced = [...lost, ...fitted.lost.map(({ pointer, value }) => ({ pointer: origin(pointer), value }))]
    .filter(({ value }) => !isBlank(value))
    .map(({ pointer, value }) => describe(from, to, pointer, value));
  return { answers: isObject(fitted.kept) ? fitted.kept : {}, unplaced };
};
