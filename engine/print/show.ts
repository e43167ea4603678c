import { nearestBranch } from '../answers/branch.ts';
import type { CompiledForm, Question } from '../compile/form.ts';
import { formatOf } from '../formats/index.ts';
import { isObject, type JsonValue, type Pointer, textOf, toPointer } from '../json.ts';
import { beside, directionOf, formatDate, isRealDate, formatMoney, labelled, linesOf } from '../text/index.ts';

/** Tells whether a part of a group or a row is shown, by the part and the pointer of its row or group. */
export type PartShown = (part: Question, parent: string) => boolean;

/** By what blocks are drawn. */
export interface Drawing {
  shown: PartShown;
  /** Whether the question at a place must be answered as things are now. */
  requires: (pointer: Pointer) => boolean;
  /** Leave out what is optional and has no answer. */
  omitEmpty: boolean;
}

const word = (form: CompiledForm, key: string, otherwise: string): string => form.text(`word.${key}`) ?? otherwise;

export const yesOrNo = (form: CompiledForm, value: boolean): string =>
  value ? word(form, 'yes', 'Yes') : word(form, 'no', 'No');

/** The words for a choice; a stored value that is no longer offered is shown as it is. */
const choiceLabel = (question: Question, value: JsonValue): string =>
  question.choices?.find((choice) => choice.value === value)?.label ?? textOf(value);

/** The last segment of a question's pointer: its key in the row or group. */
export const keyOf = (question: Question): string => question.pointer.slice(question.pointer.lastIndexOf('/') + 1);

const isNarrow = ({ element }: Question): boolean =>
  element.options?.width === 'half' || element.options?.width === 'short';

const partLines = (
  form: CompiledForm,
  part: Question,
  value: JsonValue | undefined,
  at: string,
  shown: PartShown,
): string[] => {
  if (part.schema.const !== undefined && part.kind !== 'tick') return [];
  if (part.kind === 'tick') return value === true ? [part.label] : [];
  const lines = showAnswer(form, part, value, at, shown);
  if (part.kind === 'text' || part.kind === 'longText') return lines;
  return lines.map((line) => labelled(part.label, line));
};

/** The parts one under the other; a narrow text stands before the text that follows it, as the number of a house before its street. */
const groupLines = (form: CompiledForm, group: Question, value: JsonValue, at: string, shown: PartShown): string[] => {
  if (!isObject(value)) return [];
  const lines: string[] = [];
  let before: Question | undefined;
  for (const part of group.parts) {
    if (!shown(part, at)) continue;
    const own = partLines(form, part, value[keyOf(part)], `${at}${toPointer([keyOf(part)])}`, shown);
    const led = before?.kind === 'text' && isNarrow(before) && part.kind === 'text' && own.length > 0;
    const [first, ...others] = own;
    if (led && first !== undefined) lines.push(beside([lines.pop() ?? '', first], ' ', directionOf(first)));
    for (const line of led ? others : own) lines.push(line);
    before = own.length > 0 || led ? part : undefined;
  }
  return lines;
};

/** The rows of a table that stands inside something else, one line a row. */
const rowLines = (form: CompiledForm, table: Question, value: JsonValue, at: string, shown: PartShown): string[] =>
  (Array.isArray(value) ? value : []).map((row, index) =>
    beside(groupLines(form, table, row, `${at}/${index}`, shown), '; ', form.direction),
  );

/** What was chosen of a `oneOf`, then its fields. */
const branchLines = (
  form: CompiledForm,
  question: Question,
  value: JsonValue,
  at: string,
  shown: PartShown,
): string[] => {
  const branch = question.parts[nearestBranch(form, question, value).index];
  return branch === undefined ? [textOf(value)] : [branch.label, ...showAnswer(form, branch, value, at, shown)];
};

/** A date that the calendar does not have is shown as it was typed, by day, month and year. */
export const dateInWords = (value: string, language: string): string => {
  const [, year, month, day] = isRealDate(value) ? [] : (/^(\d{4})-(\d\d)-(\d\d)$/.exec(value) ?? []);
  return day === undefined ? formatDate(value, language) : `${day} ${month ?? ''} ${year ?? ''}`;
};

/** An answer as the lines that a person reads; empty when there is none. `at` is where the answer stands. */
export const showAnswer = (
  form: CompiledForm,
  question: Question,
  value: JsonValue | undefined,
  at: string,
  shown: PartShown,
): string[] => {
  if (value === undefined || value === null) return [];
  switch (question.kind) {
    case 'text': {
      const format = formatOf(question.schema.format);
      return linesOf(format === undefined ? textOf(value) : format.show(textOf(value)));
    }
    case 'longText':
      return linesOf(textOf(value));
    case 'date':
      return [dateInWords(textOf(value), form.language)];
    case 'number':
      return [textOf(value)];
    case 'money':
      return [typeof value === 'number' ? formatMoney(value) : textOf(value)];
    case 'yesNo':
    case 'tick':
      return [yesOrNo(form, value === true)];
    case 'choice':
      return [choiceLabel(question, value)];
    case 'choices':
      return Array.isArray(value) ? value.map((one) => choiceLabel(question, one)) : [textOf(value)];
    case 'group':
      return groupLines(form, question, value, at, shown);
    case 'oneOf':
      return branchLines(form, question, value, at, shown);
    case 'table':
    case 'files':
      return rowLines(form, question, value, at, shown);
    case 'fixedTable':
      return groupLines(form, question, value, at, shown);
  }
};
