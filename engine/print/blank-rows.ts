/** Rows on paper: what is known stands in them, and there are empty ones to write in. */
import type { Question } from '../compile/form.ts';
import type { UiElement } from '../definition/model/definition.ts';
import { isObject, type JsonObject, type JsonValue, type Pointer } from '../json.ts';
import type { BlankBlock, Cell, Room } from './blank-document.ts';
import { cellOf, fitsTable, simpleRoom, type Drawing } from './room.ts';
import { keyOf } from './show.ts';
import type { Ruled } from './when.ts';

/** How questions inside a row are asked, and what is said of them. */
export interface RowContext extends Drawing {
  /** Whether it is asked of whom the form is printed for. */
  asks: (pointer: Pointer) => boolean;
  /** The questions inside a group or a row at `base`. */
  inside: (question: Question, base: Pointer, value: JsonValue | undefined) => BlankBlock[];
  whenOf: (element: UiElement, base: Pointer, what?: Ruled) => string[];
}

/** Rows to write in, where the form sets no lower or higher number. */
const emptyLines = 4;
const emptyRecords = 2;

const emptyRows = ({ schema }: Question, usual: number, filled: number): number => {
  const { minItems = 0, maxItems = Infinity } = schema;
  return Math.min(Math.max(usual, minItems - filled), maxItems - filled);
};

const rowsOf = (value: JsonValue | undefined): JsonObject[] => (Array.isArray(value) ? value.filter(isObject) : []);

const columnHead = (context: RowContext, column: Question, base: Pointer): { label: string; when: string[] } => ({
  label: column.required ? `${column.label} *` : column.label,
  when: context.whenOf(column.element, base),
});

const partsOf = (context: RowContext, { parts }: Question): Question[] =>
  parts.filter(({ pointer }) => context.asks(pointer));

const cells = (context: RowContext, columns: readonly Question[], row: JsonObject): Cell[] =>
  columns.map((column) => cellOf(context, column, row[keyOf(column)]));

const grid = (context: RowContext, question: Question, rows: JsonObject[]): Room => {
  const base = `${question.pointer}/*`;
  const empty = emptyRows(question, emptyLines, rows.length);
  const all = [...rows, ...Array.from({ length: empty }, (): JsonObject => ({}))];
  return {
    kind: 'table',
    columns: partsOf(context, question).map((column) => columnHead(context, column, base)),
    rows: all.map((row) => cells(context, partsOf(context, question), row)),
  };
};

const records = (context: RowContext, question: Question, rows: JsonObject[]): Room => {
  const base = `${question.pointer}/*`;
  const { maxItems = Infinity } = question.schema;
  const empty = emptyRows(question, emptyRecords, rows.length);
  const all = [...rows, ...Array.from({ length: empty }, (): JsonObject => ({}))];
  const more: BlankBlock[] = all.length < maxItems ? [{ kind: 'note', text: context.t('moreRecords') }] : [];
  return {
    kind: 'records',
    records: all.map((row, index) => ({
      name: context.t('record', { question: question.label, number: index + 1 }),
      when: [],
      blocks: [...context.inside(question, base, row), ...(index === all.length - 1 ? more : [])],
    })),
  };
};

/** Rows that the form names: their names in the first column. */
const named = (context: RowContext, question: Question, answers: JsonObject): Room => {
  const { form } = context;
  const rows = partsOf(context, question).filter(({ kind }) => kind !== 'table');
  const free = partsOf(context, question).filter(({ kind }) => kind === 'table');
  const [first] = rows;
  const columns = first === undefined ? [] : partsOf(context, first);
  const same = rows.every((row) => partsOf(context, row).map(keyOf).join() === columns.map(keyOf).join());
  const value = (row: Question): JsonObject => {
    const held = answers[keyOf(row)];
    return isObject(held) ? held : {};
  };
  if (first === undefined || free.length > 0 || !same || !fitsTable(columns))
    return {
      kind: 'records',
      records: [
        ...rows.map((row) => ({
          name: row.label,
          when: context.whenOf(row.element, question.pointer, 'part'),
          blocks: context.inside(row, row.pointer, value(row)),
        })),
        ...free.flatMap((row): Extract<Room, { kind: 'records' }>['records'] => {
          const room = rowsRoom(context, row, answers[keyOf(row)]);
          return room.kind === 'records'
            ? room.records
            : [
                {
                  name: row.label,
                  when: [],
                  blocks: [
                    { kind: 'asked', pointer: row.pointer, question: '', required: false, help: [], when: [], room },
                  ],
                },
              ];
        }),
      ],
    };
  return {
    kind: 'table',
    columns: [
      { label: form.text(`${keyOf(question)}.rows`) ?? '', when: [] },
      ...columns.map((column) => columnHead(context, column, first.pointer)),
    ],
    rows: rows.map((row) => [
      {
        kind: 'name',
        lines: [row.label, ...context.whenOf(row.element, question.pointer, 'answer')],
      },
      ...cells(context, partsOf(context, row), value(row)),
    ]),
  };
};

/** Documents: which kinds there are to tick, and lines on which each is named. */
const documents = (context: RowContext, question: Question, rows: JsonObject[]): Room => {
  const { t } = context;
  const kinds = question.parts.find((part) => keyOf(part) === 'kind');
  const others = partsOf(context, question).filter((part) => part !== kinds);
  const columns = [
    { label: t('file'), when: [] },
    ...others.filter((part) => fitsTable([part])).map((column) => columnHead(context, column, `${question.pointer}/*`)),
  ];
  const line: Cell = { kind: 'line', width: 'full', before: '', written: [] };
  const list: BlankBlock = {
    kind: 'asked',
    pointer: question.pointer,
    question: t('files.list'),
    required: false,
    help: [],
    when: [],
    room: {
      kind: 'table',
      columns,
      rows: Array.from({ length: emptyRows(question, 2 * emptyLines, 0) }, () => columns.map(() => line)),
    },
  };
  const kindsOf = (part: Question): BlankBlock => {
    const room = simpleRoom(
      context,
      part,
      rows.map((row) => row['kind'] ?? null),
    );
    return {
      kind: 'asked',
      pointer: part.pointer,
      question: part.label,
      required: false,
      help: [t('files.kinds')],
      when: [],
      room,
    };
  };
  return { kind: 'parts', blocks: [...(kinds?.choices === undefined ? [] : [kindsOf(kinds)]), list] };
};

/** Room for rows: columns where the answers are short, each row by itself where they are not. */
export const rowsRoom = (context: RowContext, question: Question, value: JsonValue | undefined): Room => {
  if (question.kind === 'fixedTable') return named(context, question, isObject(value) ? value : {});
  if (question.kind === 'files') return documents(context, question, rowsOf(value));
  const rows = rowsOf(value);
  return fitsTable(question.parts) ? grid(context, question, rows) : records(context, question, rows);
};
