import type { AnswerContext, CompiledForm } from '../compile/form.ts';
import { valueAt, type JsonObject, type Pointer } from '../json.ts';
import { compact, isBlank } from './blank.ts';
import { capped } from './capped.ts';
import { checks } from './checks.ts';
import { faultsOf, missing, type QuestionState, type Fault } from './faults.ts';
import { messageAt, unknownAnswer } from './message.ts';
import { questionPlace } from './near.ts';
import { tidy } from './normalise.ts';
import { inOrder } from './order.ts';
import type { Finding, Problem, Reader } from './problem.ts';
import { visibility, type Visibility } from './conditions/visibility.ts';
import { without } from './without.ts';

/** One page by its id, or everything. */
export type Scope = { page: string } | 'all';

/** What is missing matters more than what is wrong with it, and a wrong type more than anything that follows from it. */
const rank = ({ keyword }: Fault): number => (keyword === 'required' ? 0 : keyword === 'type' ? 1 : 2);

/** The gravest fault of each place. */
const onePerPlace = (faults: readonly Fault[]): Map<Pointer, Fault> => {
  const worst = new Map<Pointer, Fault>();
  for (const fault of faults) {
    const other = worst.get(fault.pointer);
    if (other === undefined || rank(fault) < rank(other)) worst.set(fault.pointer, fault);
  }
  return worst;
};

type Asks = (pointer: Pointer) => boolean;

/** Whether what stands around a place is asked for: nothing inside a row, or an optional group, that is blank has to be filled in. */
const isBegun = (form: CompiledForm, shown: JsonObject, asks: Asks, place: Pointer): boolean => {
  const around = place.slice(0, place.lastIndexOf('/'));
  if (around === '' || !isBlank(valueAt(shown, around))) return true;
  const question = form.questionAt(around);
  if (question === undefined) return !/\/\d+$/.test(around) && isBegun(form, shown, asks, around);
  return asks(around) && isBegun(form, shown, asks, around);
};

/** What `requiredWhen` asks for and nobody has answered. */
const gaps = (form: CompiledForm, shown: JsonObject, view: Visibility): Fault[] =>
  view.requiredNow
    .filter((pointer) => isBlank(valueAt(shown, pointer)) && isBegun(form, shown, view.requires, pointer))
    .flatMap((pointer) => missing(form, { pointer, keyword: 'required', params: {} }, view));

/** What is wanted and nobody has answered; of a group or a fixed table its parts, where those are wanted. */
const wishes = (form: CompiledForm, shown: JsonObject, view: Visibility): Pointer[] => {
  const asks: Asks = (pointer) => view.requires(pointer) || form.questionAt(pointer)?.wanted === true;
  const open = view.wantedNow.filter(
    (pointer) => isBlank(valueAt(shown, pointer)) && isBegun(form, shown, asks, pointer),
  );
  const around = new Set(open.map((pointer) => pointer.slice(0, pointer.lastIndexOf('/'))));
  return open.filter((pointer) => !around.has(pointer));
};

/**
 * Everything wrong with the answers, in the order of the pages: gaps and answers that the schema refuses (one problem a place), then what
 * the form's checks find, then as warnings what is wanted and not there. Hidden questions, blanks and blank rows are left out; pointers are
 * those of the answers as given. Throws when the validators belong to another version of the form. Warnings for the council are told to it
 * alone. Of each page the first hundred errors and warnings are listed, with how many more there are.
 */
export const validate = (
  form: CompiledForm,
  answers: JsonObject,
  scope: Scope,
  context: AnswerContext,
  reader: Reader = 'person',
): Problem[] => {
  const key = scope === 'all' ? 'all' : `page:${scope.page}`;
  const check = form.validators(key);
  if (check === undefined) throw new Error(`No validator was compiled for ${key}`);
  const view = visibility(form, answers, context);
  const shown = without(tidy(form, answers), view.hiddenAnswers);
  const given = compact(shown);
  const questionState: QuestionState = {
    hides: (pointer) => view.hides(given.original(pointer)),
    requires: (pointer) => view.requires(given.original(pointer)),
  };
  const faults = faultsOf(form, check(given.answers), given.answers, questionState).map((fault) => ({
    ...fault,
    pointer: given.original(questionPlace(form, fault.pointer)),
  }));
  const found = [...onePerPlace([...faults, ...gaps(form, shown, view)]).values()].map((fault): Finding => {
    const place = fault.pointer;
    const question = form.questionAt(place);
    const label = question?.label ?? fault.pointer.slice(fault.pointer.lastIndexOf('/') + 1);
    return {
      pointer: place,
      page: question?.pageId ?? '',
      label,
      keyword: fault.keyword,
      word: () => (question ? messageAt(form, question, place, fault, shown) : unknownAnswer(form, label)),
      level: 'error',
    };
  });
  const faulty = new Set(found.map((problem) => problem.pointer));
  const ruled = checks(form, shown, context, view.hides, reader).filter(({ pointer }) => !faulty.has(pointer));
  const told = new Set([...faulty, ...ruled.map(({ pointer }) => pointer)]);
  const wanted = wishes(form, shown, view).flatMap((pointer): Finding[] => {
    const question = told.has(pointer) ? undefined : form.questionAt(pointer);
    if (question === undefined) return [];
    const { pageId: page, label } = question;
    const gap = { pointer, keyword: 'required', params: {} };
    const word = (): string => messageAt(form, question, pointer, gap, shown);
    return [{ pointer, page, label, keyword: 'wanted', word, level: 'warning' }];
  });
  const whole = [...found, ...ruled, ...wanted].filter((problem) => scope === 'all' || problem.page === scope.page);
  return capped(form, inOrder(form, whole));
};
