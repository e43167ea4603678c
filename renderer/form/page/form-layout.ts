import type { CompiledForm, Question, UiElement } from '../../../engine/index.ts';
import type { Pointer } from '../../../engine/json.ts';

/** What follows from a form alone and is asked for at every drawing. */
export interface FormLayout {
  /** The question that a control of the compiled pages asks. */
  questions: ReadonlyMap<UiElement, Question>;
  /** Questions beside which “(optional)” stands: those that need not be answered where most others must. */
  optional: ReadonlySet<Pointer>;
}

export const layoutOf = (form: CompiledForm): FormLayout => {
  const questions = new Map<UiElement, Question>();
  const optional = new Set<Pointer>();
  const visit = (siblings: readonly Question[]): void => {
    const required = siblings.filter((question) => question.required).length;
    for (const question of siblings) {
      questions.set(question.element, question);
      if (!question.required && question.kind !== 'tick' && required * 2 > siblings.length)
        optional.add(question.pointer);
      visit(question.parts);
    }
  };
  for (const page of form.pages) visit(page.questions);
  return { questions, optional };
};
