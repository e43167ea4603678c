import type { AnswerContext, CompiledForm } from '../compile/form.ts';
import type { JsonObject } from '../json.ts';
import { compact } from './blank.ts';
import { tidy } from './normalise.ts';
import { hiddenInAll, visibility } from './conditions/visibility.ts';
import { without } from './without.ts';

/**
 * What is sent: answers to the questions that are shown in this context, or in one of `also`, normalised. Pruning twice is pruning once.
 */
export const prune = (
  form: CompiledForm,
  answers: JsonObject,
  context: AnswerContext,
  also: readonly AnswerContext[] = [],
): JsonObject => {
  const views = [context, ...also].map((each) => visibility(form, answers, each));
  return compact(without(tidy(form, answers), hiddenInAll(views))).answers;
};
