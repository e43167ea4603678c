/** What was written last and is not on the server, in the words of the form, to be copied. */
import type { AnswerContext, CompiledForm } from '../../../engine/index.ts';
import type { JsonObject } from '../../../engine/json.ts';
import { answerInWords } from './answer-in-words.ts';
import type { OpenDraft } from '../open/opened.ts';
import { changesBetween, keysOf } from '../saving/changes.ts';

/** One question with what was written last. */
export interface Unsent {
  label: string;
  words: string;
}

/** Questions whose answers are others in `written` than in `before`. */
export const unsentBetween = (
  form: CompiledForm,
  context: AnswerContext,
  timeZone: string,
  before: JsonObject,
  written: JsonObject,
): Unsent[] =>
  keysOf(changesBetween(before, written)).map((key) => ({
    label: form.questionAt(`/${key}`)?.label ?? key,
    words: answerInWords(form, context, timeZone, written, key, written[key]),
  }));

export const unsentIn = ({ form, context, service, saving }: OpenDraft): Unsent[] => {
  const { stored, current } = saving.state();
  return unsentBetween(form, context, service.timeZone, stored.answers, current.answers);
};
