/** Every message that a form can give, as data for a page. */
import { messagesOf, type CompiledForm, type Question } from '../../engine/index.ts';
import type { Messages } from './shapes.ts';

type QuestionMessages = Messages['pages'][number]['questions'];

const messagesFor = (form: CompiledForm, question: Question, depth: number): QuestionMessages => [
  { depth, label: question.label, pointer: question.pointer, messages: messagesOf(form, question) },
  ...question.parts.flatMap((part) => messagesFor(form, part, depth + 1)),
];

export const allMessages = (form: CompiledForm): Messages => ({
  pages: form.pages.map(({ label, questions }) => ({
    label,
    questions: questions.flatMap((question) => messagesFor(form, question, 0)),
  })),
  checks: form.definition.checks.checks.map(({ id, level, at, each = '' }) => ({
    id,
    level,
    at: `${each}${each === '' ? '' : '/*'}${at}`,
    message: form.text(`check.${id}`) ?? '',
  })),
});
