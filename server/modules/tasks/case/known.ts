/** What a task's form is filled in with before anybody opens it, less what the form would not take. */
import { fromPointer, isObject, valueAt, withValueAt } from '../../../../engine/json.ts';
import type { JsonObject, JsonValue, Pointer } from '../../../../engine/json.ts';
import { normalise } from '../../../../engine/index.ts';
import type { CompiledForm, FormManifest } from '../../../../engine/index.ts';
import { type Prefilled, lockedCells, prefill } from '../../drafts/index.ts';
import type { KnownValues } from '../../../core/known-values.ts';

/** Facts of the task itself that forms may name; whatever else of `task.…` a form names, the sender gives. */
export interface TaskFacts {
  sentOn: string;
  dueDate: string | null;
  comments: string;
  /** Of whom it was sent to. */
  organisation: string;
}

const fromTask = 'the request';

export const taskKnown = ({ sentOn, dueDate, comments, organisation }: TaskFacts): KnownValues => {
  const values: Record<string, JsonValue | null> = {
    'task.sentOn': sentOn,
    'task.dueDate': dueDate,
    'task.comments': comments,
    'task.organisation': organisation,
  };
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) =>
      value === null || value === '' ? [] : [[name, { value, from: fromTask }]],
    ),
  );
};

const ownFacts = ['task.sentOn', 'task.dueDate', 'task.comments', 'task.organisation'];

const topKey = (pointer: Pointer): string => fromPointer(pointer)[0] ?? '';

/** The top-level answers that the sender may give: those that the manifest asks of them, and facts of the request only they know. */
export const sentAnswers = (manifest: FormManifest): string[] => {
  const asked = (manifest.task?.sends ?? []).map(topKey);
  const facts = manifest.prefill
    .filter(({ from, to }) => from.startsWith('task.') && !ownFacts.includes(from) && fromPointer(to).length === 1)
    .map(({ to }) => topKey(to));
  return [...new Set([...asked, ...facts])];
};

/** Whether the schema refuses the answer at a pointer, whatever is still missing, in it too: rows that are filled in begin half empty. */
const refuses = (form: CompiledForm, answers: JsonObject, pointer: Pointer): boolean => {
  const tidy = normalise(form, answers);
  const key = topKey(pointer);
  return (form.validators('all')?.(tidy) ?? []).some(
    ({ instancePath, keyword, params }) =>
      (keyword !== 'required' && (instancePath === pointer || instancePath.startsWith(`${pointer}/`))) ||
      (instancePath === '' && (params['additionalProperty'] === key || params['unevaluatedProperty'] === key)),
  );
};

/** Answers for which the form has no place or which it refuses, by the pointers given. */
export const refusedAt = (form: CompiledForm, answers: JsonObject, pointers: readonly Pointer[]): Pointer[] =>
  pointers.filter((pointer) => valueAt(answers, pointer) !== undefined && refuses(form, answers, pointer));

const without = (answers: JsonObject, pointer: Pointer): JsonObject => {
  const changed = withValueAt(answers, pointer, undefined);
  return isObject(changed) ? changed : answers;
};

export interface TaskPrefill extends Prefilled {
  /** What is known and could not be filled in, in words for the council. */
  warnings: string[];
}

/**
 * The answers that a task begins with: what the sender gives, locked, then what the manifest fills in. A known value that the form's
 * schema refuses is left out, so that it never stands in the way of whoever fills the form in.
 */
export const taskPrefill = (form: CompiledForm, sends: JsonObject, known: KnownValues): TaskPrefill => {
  const { manifest } = form.definition;
  const filled = prefill(manifest, sends, known);
  const refused = refusedAt(form, filled.answers, Object.keys(filled.prefilled));
  const labelOf = (pointer: Pointer): string => form.questionAt(pointer)?.label ?? pointer;
  const locked = Object.entries(sends).map(([key, value]) => ({ to: `/${key}`, value }));
  const answers = refused.reduce(without, filled.answers);
  const cells = lockedCells(form, answers, Object.keys(filled.prefilled));
  return {
    answers,
    prefilled: {
      ...Object.fromEntries(locked.map(({ to }) => [to, fromTask])),
      ...Object.fromEntries(Object.entries(filled.prefilled).filter(([to]) => !refused.includes(to))),
    },
    locked: [...filled.locked, ...locked, ...cells].filter(({ to }) => !refused.includes(to)),
    warnings: refused.map(
      (to) => `“${labelOf(to)}” was not filled in: what is known is not an answer that this form takes.`,
    ),
  };
};

/** The known values that the form's own rules name; no others leave the council's records. */
export const contextFor = (form: CompiledForm, known: KnownValues): Record<string, JsonValue> => {
  const named = new Set(JSON.stringify(form.definition.checks).match(/(?<=context:)[A-Za-z.]+/g));
  return Object.fromEntries(
    Object.entries(known).flatMap(([name, { value }]) =>
      name.startsWith('task.') || name.startsWith('user.') || named.has(name) ? [[name, value]] : [],
    ),
  );
};
