import type { Question, QuestionKind } from '../../../engine/index.ts';

/** The least width in rem in which a column can be filled in. A group has labels of its own, which only a card has room for. */
const LEAST: Record<QuestionKind, number> = {
  text: 10,
  longText: 14,
  date: 13,
  number: 6,
  money: 7,
  yesNo: 8,
  tick: 8,
  choice: 10,
  choices: 14,
  group: Infinity,
  table: Infinity,
  fixedTable: Infinity,
  files: Infinity,
  oneOf: Infinity,
};

/** The width in rem from which questions in these columns are drawn as a table; below it they are cards. `beside` is what row headings and buttons take. */
export const roomNeeded = (columns: readonly Question[], beside: number): number =>
  columns.reduce((sum, { kind }) => sum + LEAST[kind], beside);
