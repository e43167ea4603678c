import type { Problem } from '../answers/problem.ts';
import { validate } from '../answers/validate.ts';
import type { AnswerContext, CompiledForm } from '../compile/form.ts';
import type { JsonObject, Pointer } from '../json.ts';
import type { PrintBlock, PrintSection } from './document.ts';

/** What only the council is told of these answers, by question; nothing when there is nothing to tell. */
export const councilNotes = (form: CompiledForm, answers: JsonObject, context: AnswerContext): PrintSection[] => {
  const told = validate(form, answers, 'all', context, 'council').filter((problem) => problem.for === 'council');
  const byQuestion = new Map<Pointer, Problem[]>();
  for (const problem of told) {
    const question = problem.pointer.split('/').slice(0, 2).join('/');
    const others = byQuestion.get(question);
    if (others === undefined) byQuestion.set(question, [problem]);
    else others.push(problem);
  }
  const blocks = [...byQuestion].map(([pointer, problems]): PrintBlock => ({
    kind: 'answer',
    pointer,
    question: form.questionAt(pointer)?.label ?? problems[0]?.label ?? '',
    lines: problems.map(({ message }) => message),
    required: false,
  }));
  const heading = form.text('word.forCouncil') ?? 'For the council';
  return blocks.length === 0 ? [] : [{ id: 'for-the-council', heading, blocks }];
};
