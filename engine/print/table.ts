import type { CompiledForm, Question } from '../compile/form.ts';
import { isObject, toPointer, type JsonObject, type JsonValue, type Pointer } from '../json.ts';
import type { PrintTable } from './document.ts';
import { formatMoney } from '../text/index.ts';
import { keyOf, showAnswer, type Drawing } from './show.ts';

const numeric = (column: Question): boolean => column.kind === 'number' || column.kind === 'money';

const totalsOf = (question: Question, columns: Question[], rows: JsonObject[]): string[] | undefined => {
  const keys = question.element.options?.totals ?? [];
  if (keys.length === 0 || rows.length === 0) return undefined;
  return columns.map((column) => {
    if (!keys.includes(keyOf(column))) return '';
    const sum = rows.reduce((total, row) => total + (Number(row[keyOf(column)]) || 0), 0);
    return column.kind === 'money' ? formatMoney(sum) : String(Math.round(sum * 100) / 100);
  });
};

interface Row {
  pointer: Pointer;
  cells: string[];
}

const cellAt = (row: Pointer, column: Question): Pointer => row + toPointer([keyOf(column)]);

/** Columns that no row fills in are left out, unless they must be filled in. */
const usedColumns = (columns: Question[], rows: Row[], { omitEmpty, requires }: Drawing): number[] =>
  columns.flatMap((column, index) =>
    !omitEmpty ||
    column.required ||
    rows.some(({ pointer, cells }) => cells[index] !== '' || requires(cellAt(pointer, column)))
      ? [index]
      : [],
  );

const pick = <T>(items: T[], indexes: number[]): T[] =>
  indexes.flatMap((index) => {
    const item = items[index];
    return item === undefined ? [] : [item];
  });

/** A table of rows that the person added. */
export const printTable = (
  form: CompiledForm,
  question: Question,
  value: JsonValue | undefined,
  at: Pointer,
  drawing: Drawing,
): PrintTable => {
  const { shown } = drawing;
  const rows = Array.isArray(value) ? value.map((row) => (isObject(row) ? row : {})) : [];
  const drawn = rows.map((row, index): Row => {
    const pointer = `${at}/${index}`;
    const cells = question.parts.map((column) =>
      shown(column, pointer)
        ? showAnswer(form, column, row[keyOf(column)], cellAt(pointer, column), shown).join('\n')
        : '',
    );
    return { pointer, cells };
  });
  const used = usedColumns(question.parts, drawn, drawing);
  const columns = pick(question.parts, used);
  const totals = totalsOf(question, columns, rows);
  return {
    kind: 'table',
    pointer: at,
    question: question.label,
    required: drawing.requires(at),
    columns: columns.map((column) => ({ label: column.label, numeric: numeric(column) })),
    rows: drawn.map(({ cells }) => pick(cells, used)),
    ...(totals === undefined ? {} : { totals }),
  };
};

/** Every column of a fixed table: rows may lack some, and free rows may have more. The column that names a free row is not one of them. */
const columnsOf = (question: Question): Question[] => {
  const columns = new Map<string, Question>();
  for (const row of question.parts)
    for (const part of row.parts)
      if (part !== nameOf(question, row)) columns.set(keyOf(part), columns.get(keyOf(part)) ?? part);
  return [...columns.values()];
};

/** The column in which a free row is named: the first that no named row has. */
const nameOf = (question: Question, row: Question): Question | undefined => {
  if (row.kind !== 'table') return undefined;
  const named = question.parts.filter(({ kind }) => kind !== 'table').flatMap(({ parts }) => parts.map(keyOf));
  return row.parts.find((part) => !named.includes(keyOf(part)));
};

/** A table whose rows the form names; free rows stand under them, their name in the place of the row's. */
export const printFixedTable = (
  form: CompiledForm,
  question: Question,
  value: JsonValue | undefined,
  at: Pointer,
  drawing: Drawing,
): PrintTable => {
  const { shown } = drawing;
  const answers = isObject(value) ? value : {};
  const all = columnsOf(question);
  const cellsOf = (row: Question, answer: JsonValue | undefined, rowAt: Pointer): string[] =>
    all.map((column) => {
      const part = row.parts.find((candidate) => keyOf(candidate) === keyOf(column));
      if (part === undefined || !isObject(answer) || !shown(part, rowAt)) return '';
      if (part.kind === 'tick') return answer[keyOf(part)] === true ? part.label : '';
      return showAnswer(form, part, answer[keyOf(part)], cellAt(rowAt, part), shown).join('\n');
    });
  const rows = question.parts.flatMap((row) => {
    if (!shown(row, at)) return [];
    const answer = answers[keyOf(row)];
    const rowAt = cellAt(at, row);
    if (row.kind !== 'table') return [{ name: row.label, pointer: rowAt, cells: cellsOf(row, answer, rowAt) }];
    const naming = nameOf(question, row);
    return (Array.isArray(answer) ? answer : []).map((one, index) => ({
      name:
        naming !== undefined && isObject(one)
          ? showAnswer(form, naming, one[keyOf(naming)], rowAt, shown).join(' ')
          : '',
      pointer: `${rowAt}/${index}`,
      cells: cellsOf(row, one, `${rowAt}/${index}`),
    }));
  });
  const used = usedColumns(all, rows, drawing);
  return {
    kind: 'table',
    pointer: at,
    question: question.label,
    required: drawing.requires(at),
    columns: [
      { label: form.text(`${keyOf(question)}.rows`) ?? '', numeric: false },
      ...pick(all, used).map((column) => ({ label: column.label, numeric: numeric(column) })),
    ],
    rows: rows.map(({ name, cells }) => [name, ...pick(cells, used)]),
  };
};
