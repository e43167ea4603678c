import type { CompiledForm, Question } from '../compile/form.ts';
import { withoutRows, type Pointer } from '../json.ts';

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

/** Sorts places as the pages show them: by question, in a table row by row. Places that no question has come last. */
export const inOrder = (form: CompiledForm): ((left: Pointer, right: Pointer) => number) => {
  const position = positions(form);
  // An object that is no question, but holds some, has no place of its own.
  const path = (pointer: Pointer): number[] => {
    const segments = pointer.split('/').slice(1);
    const found = segments.map((segment, index) =>
      /^\d+$/.test(segment) ? undefined : position.get(withoutRows(`/${segments.slice(0, index + 1).join('/')}`)),
    );
    const last = found.findLastIndex((each) => each !== undefined);
    return segments.flatMap((segment, index) => {
      const place = found[index] ?? (/^\d+$/.test(segment) ? Number(segment) : undefined);
      return place ?? (index < last ? [] : Number.MAX_SAFE_INTEGER);
    });
  };
  return (left, right) => {
    const [one, other] = [path(left), path(right)];
    for (let index = 0; index < Math.max(one.length, other.length); index += 1) {
      const difference = (one[index] ?? -1) - (other[index] ?? -1);
      if (difference !== 0) return difference;
    }
    return 0;
  };
};
