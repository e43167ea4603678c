/** How much room an answer needs on paper, and of what kind. */
import type { CompiledForm, Question } from '../compile/form.ts';
import type { JsonValue } from '../json.ts';
import type { Cell, Room, Tick } from './blank-document.ts';
import type { BlankTranslate } from './blank-words.ts';
import { showAnswer } from './show.ts';

/** What rooms are made by. */
export interface Drawing {
  form: CompiledForm;
  t: BlankTranslate;
}

/** Up to so many characters, a text has room for so many lines. */
const linesFor: readonly (readonly [number, number])[] = [
  [500, 4],
  [1000, 6],
  [2000, 9],
  [4000, 14],
];
const mostLines = 18;

/** A text that is shorter than this fits into half a line. */
const halfLine = 30;
const shortText = 12;

const widthOf = ({ schema, element }: Question): 'short' | 'half' | 'full' => {
  const { width } = element.options ?? {};
  if (width !== undefined) return width;
  const longest = schema.maxLength ?? halfLine + 1;
  if (longest <= shortText) return 'short';
  return longest <= halfLine || schema.format === 'uk-phone' ? 'half' : 'full';
};

const lineCount = ({ schema }: Question): number =>
  linesFor.find(([limit]) => (schema.maxLength ?? 1000) <= limit)?.[1] ?? mostLines;

const tick = (question: Question, value: JsonValue | undefined): Tick[] =>
  (question.choices ?? []).map((choice) => ({
    label: choice.label,
    ticked: Array.isArray(value) ? value.includes(choice.value) : value === choice.value,
  }));

const unoffered = (kind: Question['kind']): Question['kind'] =>
  kind === 'choice' || kind === 'choices' ? 'text' : kind;

/** Room for an answer that is one thing: not a group, a table or a choice between kinds of answer. */
export const simpleRoom = (
  { form, t }: Drawing,
  question: Question,
  value: JsonValue | undefined,
): Extract<Room, { kind: 'line' | 'lines' | 'date' | 'ticks' }> => {
  const written = value === undefined ? [] : showAnswer(form, question, value, question.pointer, () => true);
  // A choice whose answers come from elsewhere, such as the account, is written down.
  const offered = (question.choices ?? []).length > 0;
  switch (offered ? question.kind : unoffered(question.kind)) {
    case 'longText':
      return { kind: 'lines', count: lineCount(question), written };
    case 'date':
      return {
        kind: 'date',
        parts: [t('day'), t('month'), t('year')],
        written: typeof value === 'string' ? value : '',
      };
    case 'number':
      return { kind: 'line', width: 'short', before: '', written };
    case 'money':
      return { kind: 'line', width: 'short', before: '£', written: written.map((line) => line.replace(/^£/, '')) };
    case 'tick':
      return { kind: 'ticks', ticks: [{ label: question.label, ticked: value === true }] };
    case 'yesNo':
    case 'choice':
    case 'choices':
      return { kind: 'ticks', ticks: tick(question, value) };
    default:
      return { kind: 'line', width: widthOf(question), before: '', written };
  }
};

/** What stands above the boxes of a choice. */
export const tickHint = ({ t }: Drawing, { kind, choices = [] }: Question): string[] => {
  if ((kind === 'choice' || kind === 'choices') && choices.length === 0) return [];
  if (kind === 'choice' || kind === 'yesNo' || kind === 'oneOf') return [t('tickOne')];
  return kind === 'choices' ? [t('tickAny')] : [];
};

const inTable: ReadonlySet<Question['kind']> = new Set(['text', 'date', 'number', 'money', 'yesNo', 'tick', 'choice']);

/** A choice with more answers than this does not fit into a cell. */
const mostChoices = 3;
const mostColumns = 5;

const fitsCell = ({ kind, choices = [] }: Question): boolean => inTable.has(kind) && choices.length <= mostChoices;

/** Whether rows can stand under each other in columns; else each row is asked by itself. */
export const fitsTable = (columns: readonly Question[]): boolean =>
  columns.length <= mostColumns && columns.every(fitsCell);

export const cellOf = (drawing: Drawing, column: Question, value: JsonValue | undefined): Cell => {
  const room = simpleRoom(drawing, column, value);
  if (room.kind === 'lines') return { kind: 'line', width: 'full', before: '', written: room.written };
  // A box in a column needs no words of its own: its heading has them.
  return column.kind === 'tick' ? { kind: 'ticks', ticks: [{ label: '', ticked: value === true }] } : room;
};
