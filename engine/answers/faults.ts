import type { CompiledForm, Question, SchemaError } from '../compile/form.ts';
import { toPointer, valueAt, type JsonObject, type Pointer } from '../json.ts';
import { nearestBranch } from './branch.ts';

/** One thing wrong at one place, not yet in words. */
export interface Fault {
  pointer: Pointer;
  keyword: string;
  params: Record<string, unknown>;
}

const CHOICE_OF_SCHEMAS = ['oneOf', 'anyOf'];

const placed = ({ instancePath, keyword, params }: SchemaError): Fault => {
  const key = params['missingProperty'] ?? params['additionalProperty'];
  return { pointer: typeof key === 'string' ? instancePath + toPointer([key]) : instancePath, keyword, params };
};

/** The outermost of these places at or around a pointer. */
const outermost = (places: ReadonlyMap<Pointer, SchemaError>, pointer: Pointer): Pointer | undefined => {
  if (places.has('')) return '';
  for (let end = pointer.indexOf('/', 1); end !== -1; end = pointer.indexOf('/', end + 1))
    if (places.has(pointer.slice(0, end))) return pointer.slice(0, end);
  return places.has(pointer) ? pointer : undefined;
};

/** Where no branch fits, only what is wrong with the branch that was meant is of use; `told`: the places of which that was said already. */
const branchErrors = (
  form: CompiledForm,
  errors: readonly SchemaError[],
  answers: JsonObject,
  told: ReadonlySet<Pointer> = new Set(),
): SchemaError[] => {
  const places = new Map<Pointer, SchemaError>();
  for (const error of errors)
    if (CHOICE_OF_SCHEMAS.includes(error.keyword) && !told.has(error.instancePath))
      places.set(error.instancePath, places.get(error.instancePath) ?? error);
  if (places.size === 0) return errors.filter(({ keyword }) => keyword !== 'if');

  const inside = (at: Pointer, outer: SchemaError): SchemaError[] => {
    const question = form.questionAt(at);
    const meant = question?.kind === 'oneOf' ? nearestBranch(form, question, valueAt(answers, at)).errors : [];
    if (meant.length === 0) return [outer];
    const instead = meant.map((error) => ({ ...error, instancePath: at + error.instancePath }));
    return branchErrors(form, instead, answers, new Set([at]));
  };
  const done = new Set<Pointer>();
  return errors.flatMap((error) => {
    const at = outermost(places, error.instancePath);
    const outer = at === undefined ? undefined : places.get(at);
    if (at === undefined || outer === undefined) return error.keyword === 'if' ? [] : [error];
    if (done.has(at)) return [];
    done.add(at);
    return inside(at, outer);
  });
};

/** What is asked now, by place. */
export interface QuestionState {
  hides: (pointer: Pointer) => boolean;
  requires: (pointer: Pointer) => boolean;
}

/** The questions, each with a control of its own, whose answers stand in an object that is no question itself. */
const fieldsOf = (form: CompiledForm, pointer: Pointer): Question[] =>
  form.questions.filter((question) => question.pointer.startsWith(`${pointer}/`));

/** An object that is no question is asked for by its fields: those that must be filled in, else the first that is shown. */
const missingFields = (fields: readonly Question[], fault: Fault, { hides, requires }: QuestionState): Fault[] => {
  const shown = fields.filter(({ pointer }) => !hides(pointer));
  const needed = shown.filter(({ pointer }) => requires(pointer));
  return (needed.length > 0 ? needed : shown.slice(0, 1)).map(({ pointer }) => ({ ...fault, pointer }));
};

/** What is missing at a place: a whole group left out is asked for by those of its parts that must be filled in. */
export const missing = (form: CompiledForm, fault: Fault, questionState: QuestionState): Fault[] => {
  if (questionState.hides(fault.pointer)) return [];
  const question = form.questionAt(fault.pointer);
  const fields = question === undefined ? fieldsOf(form, fault.pointer) : [];
  if (fields.length > 0) return missingFields(fields, fault, questionState);
  const parts = (question?.kind === 'group' || question?.kind === 'fixedTable' ? question.parts : [])
    .map((part) => partPointer(fault.pointer, part))
    .filter(questionState.requires)
    .flatMap((pointer) => missing(form, { ...fault, pointer }, questionState));
  return parts.length > 0 ? parts : [fault];
};

/** Where a part of the group or row at `base` has its answer. */
const partPointer = (base: Pointer, part: Question): Pointer =>
  base + part.pointer.slice(part.pointer.lastIndexOf('/'));

/** Schema errors as faults at the places where a person would fix them; what is missing where it is hidden is not missing. */
export const faultsOf = (
  form: CompiledForm,
  errors: readonly SchemaError[],
  answers: JsonObject,
  questionState: QuestionState,
): Fault[] =>
  branchErrors(form, errors, answers)
    .map(placed)
    .flatMap((fault) => (fault.keyword === 'required' ? missing(form, fault, questionState) : [fault]));
