/** What pages, groups and questions are called on a form for paper. */
import type { CompiledForm, Question } from '../compile/form.ts';

/** The form with the labels that stand on paper wherever it has such: at the questions, and in every sentence that names one. */
export const withPaperLabels = (form: CompiledForm): CompiledForm => {
  const paper = (base: string): string | undefined => form.text(`${base}.label.paper`);
  const named = (question: Question): Question => ({
    ...question,
    label: question.textBases.map(paper).find((label) => label !== undefined) ?? question.label,
    parts: question.parts.map(named),
  });
  return {
    ...form,
    pages: form.pages.map((page) => ({ ...page, label: paper(`page.${page.id}`) ?? page.label })),
    questions: form.questions.map(named),
    questionAt: (pointer) => {
      const question = form.questionAt(pointer);
      return question && named(question);
    },
    text: (key, values) =>
      (key.endsWith('.label') ? form.text(`${key}.paper`, values) : undefined) ?? form.text(key, values),
  };
};
