import type { CompiledForm, Question, Visibility } from '../../../engine/index.ts';
import type { Pointer } from '../../../engine/json.ts';

/** Whether the person can change an answer at all: it is not locked, as a whole or in all of its parts, and its question is not read-only. */
export const mayChange =
  (form: CompiledForm, locked: ReadonlySet<Pointer>, shown: Pick<Visibility, 'enabled'>) =>
  (pointer: Pointer): boolean => {
    const isFixed = (question: Question): boolean =>
      locked.has(question.pointer) || (question.kind === 'group' && question.parts.every(isFixed));
    const question = form.questionAt(pointer);
    return question !== undefined && !isFixed(question) && shown.enabled(question.element);
  };
