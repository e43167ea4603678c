import type { AnswerContext, CompiledForm } from '../compile/form.ts';
import type { JsonObject } from '../json.ts';
import { compact } from './blank.ts';
import { tidy } from './normalise.ts';
import { visibility } from './visibility.ts';
import { without } from './without.ts';

/** What is sent: answers to the questions that are shown, normalised. Pruning twice is pruning once. */
export const prune = (form: CompiledForm, answers: JsonObject, context: AnswerContext): JsonObject =>
  compact(without(tidy(form, answers), visibility(form, answers, context).hiddenAnswers)).answers;
