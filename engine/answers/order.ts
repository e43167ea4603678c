import type { CompiledForm, Question } from '../compile/form.ts';
import type { Pointer } from '../json.ts';

const known = new WeakMap<CompiledForm, Map<Pointer, number>>();

const positions = (form: CompiledForm): Map<Pointer, number> => {
  const made = known.get(form) ?? new Map<Pointer, number>();
  if (made.size === 0) {
    const add = (question: Question): void => {
      if (!made.has(question.pointer)) made.set(question.pointer, made.size);
      question.parts.forEach(add);
    };
    form.questions.forEach(add);
    known.set(form, made);
  }
  return made;
};

const isRow = (segment: string): boolean => /^\d+$/.test(segment);

/** A place as numbers: of its question, in a table of its row, and so on. An object that is no question, but holds some, has none of its own. */
const pathOf = (position: ReadonlyMap<Pointer, number>, pointer: Pointer): number[] => {
  const segments = pointer.split('/').slice(1);
  let at = '';
  const found = segments.map((segment) => {
    at += isRow(segment) ? '/*' : `/${segment}`;
    return isRow(segment) ? undefined : position.get(at);
  });
  const last = found.findLastIndex((each) => each !== undefined);
  return segments.flatMap((segment, index) => {
    const place = found[index] ?? (isRow(segment) ? Number(segment) : undefined);
    return place ?? (index < last ? [] : Number.MAX_SAFE_INTEGER);
  });
};

const byNumbers = (one: readonly number[], other: readonly number[]): number => {
  for (let index = 0; index < Math.max(one.length, other.length); index += 1) {
    const difference = (one[index] ?? -1) - (other[index] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
};

/** Sorts by place as the pages show them: by question, in a table row by row. Places that no question has come last. */
export const inOrder = <T extends { pointer: Pointer }>(form: CompiledForm, items: readonly T[]): T[] => {
  const position = positions(form);
  return items
    .map((item) => ({ item, path: pathOf(position, item.pointer) }))
    .sort((left, right) => byNumbers(left.path, right.path))
    .map(({ item }) => item);
};
