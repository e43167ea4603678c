import type { CompiledForm, Question } from '../compile/form.ts';
import { isObject, toPointer, type JsonObject, type JsonValue, type Pointer } from '../json.ts';
import type { PrintTable } from './document.ts';
import { formatMoney } from '../text/index.ts';
import { keyOf, showAnswer, type PartShown } from './show.ts';

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

/** Columns that no row fills in are left out, unless they must be filled in. */
const usedColumns = (columns: Question[], cells: string[][], omitEmpty: boolean): number[] =>
  columns.flatMap((column, index) =>
    !omitEmpty || column.required || cells.some((row) => row[index] !== '') ? [index] : [],
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
  shown: PartShown,
  omitEmpty: boolean,
): PrintTable => {
  const rows = Array.isArray(value) ? value.filter(isObject) : [];
  const cells = rows.map((row, index) => {
    const rowAt = `${at}/${index}`;
    return question.parts.map((column) =>
      shown(column, rowAt)
        ? showAnswer(form, column, row[keyOf(column)], `${rowAt}${toPointer([keyOf(column)])}`, shown).join('\n')
        : '',
    );
  });
  const used = usedColumns(question.parts, cells, omitEmpty);
  const columns = pick(question.parts, used);
  const totals = totalsOf(question, columns, rows);
  return {
    kind: 'table',
    pointer: at,
    question: question.label,
    required: question.required,
    columns: columns.map((column) => ({ label: column.label, numeric: numeric(column) })),
    rows: cells.map((row) => pick(row, used)),
    ...(totals === undefined ? {} : { totals }),
  };
};

/** A table whose rows the form names; free rows stand under them, their first column in the place of the name. */
export const printFixedTable = (
  form: CompiledForm,
  question: Question,
  value: JsonValue | undefined,
  at: Pointer,
  shown: PartShown,
): PrintTable => {
  const answers = isObject(value) ? value : {};
  const named = question.parts.filter((row) => row.kind !== 'table');
  const columns = named[0]?.parts ?? [];
  const cellsOf = (row: Question, answer: JsonValue | undefined, rowAt: Pointer): string[] =>
    columns.map((column) => {
      const part = row.parts.find((candidate) => keyOf(candidate) === keyOf(column));
      if (part === undefined || !isObject(answer) || !shown(part, rowAt)) return '';
      const partAt = `${rowAt}${toPointer([keyOf(part)])}`;
      if (part.kind === 'tick') return answer[keyOf(part)] === true ? part.label : '';
      return showAnswer(form, part, answer[keyOf(part)], partAt, shown).join('\n');
    });
  const rows = question.parts.flatMap((row) => {
    if (!shown(row, at)) return [];
    const key = keyOf(row);
    const answer = answers[key];
    const rowAt = `${at}${toPointer([key])}`;
    if (row.kind !== 'table') return [[row.label, ...cellsOf(row, answer, rowAt)]];
    const free = Array.isArray(answer) ? answer : [];
    const name = row.parts.find((part) => !columns.some((column) => keyOf(column) === keyOf(part)));
    return free.map((one, index) => [
      name !== undefined && isObject(one) ? showAnswer(form, name, one[keyOf(name)], rowAt, shown).join(' ') : '',
      ...cellsOf(row, one, `${rowAt}/${index}`),
    ]);
  });
  return {
    kind: 'table',
    pointer: at,
    question: question.label,
    required: question.required,
    columns: [
      { label: form.text(`${keyOf(question)}.rows`) ?? '', numeric: false },
      ...columns.map((column) => ({ label: column.label, numeric: numeric(column) })),
    ],
    rows,
  };
};
