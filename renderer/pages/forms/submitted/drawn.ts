/** The answers that the council and people read outside the form, as they are drawn. */
import { printDocument, type CompiledForm, type PrintDocument, type PrintOptions } from '../../../../engine/index.ts';
import { isObject, type JsonObject } from '../../../../engine/json.ts';
import type { Service, Submission } from '../../../../wire/form.ts';
import type { Task } from '../../../../wire/task.ts';
import { localDate } from '../drafts/days-left.ts';

const asObject = (value: unknown): JsonObject => (isObject(value) ? value : {});

/** What stands in a form that is not submitted, for the council: what is hidden for it but answered, too. */
export const answersSoFar = (
  form: CompiledForm,
  { answers, notAsked = [] }: Pick<Task, 'answers' | 'notAsked'>,
  { today, timeZone }: Pick<Service, 'today' | 'timeZone'>,
): PrintDocument =>
  printDocument(
    form,
    asObject(answers),
    { today, values: {}, notAsked, nothingHidden: true },
    { status: 'draft', copy: 'council', timeZone },
  );

/** What was submitted. */
export const answersSent = (
  form: CompiledForm,
  {
    answers,
    context,
    notAsked = [],
    submittedAt,
    reference,
  }: Pick<Submission, 'answers' | 'context' | 'notAsked' | 'submittedAt' | 'reference'>,
  copy: PrintOptions['copy'],
  timeZone: string,
): PrintDocument =>
  printDocument(
    form,
    asObject(answers),
    { today: localDate(submittedAt, timeZone), values: asObject(context), notAsked, nothingHidden: true },
    { status: 'submitted', copy, timeZone, reference, submittedAt },
  );
