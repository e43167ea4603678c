import type { Question, QuestionKind } from '../../../engine/index.ts';

/** The least width in rem in which a column can be filled in. A group has labels of its own, which only a card has room for. */
const LEAST: Record<QuestionKind, number> = {
  text: 9,
  longText: 12,
  date: 13,
  number: 6,
  money: 8,
  yesNo: 8,
  tick: 6,
  choice: 10,
  choices: 13,
  group: Infinity,
  table: Infinity,
  fixedTable: Infinity,
  files: Infinity,
  oneOf: Infinity,
};

/** Rem that a letter of a heading takes at most, and those on both sides of it. */
const LETTER = 0.68;
const SIDES = 2;
/** What a help under a heading needs so that it is no taller than its rows. */
const HELP = 8;

const longestOf = (texts: readonly string[]): number => Math.max(0, ...texts.map(({ length }) => length));

/** A word of the heading is never broken. */
const leastOf = ({ kind, label, help }: Question): number =>
  Math.max(LEAST[kind], help === undefined ? 0 : HELP, LETTER * longestOf(label.split(/[\s-]/)) + SIDES);

/** How much of what is left over a column takes: nothing where its answers are short, most where they are prose. */
const shareOf = ({ kind, schema, choices = [] }: Question): number => {
  const { maxLength = 300 } = schema;
  if (kind === 'longText') return maxLength > 1000 ? 5 : 4;
  if (kind === 'text') return maxLength <= 20 ? 0 : maxLength <= 80 ? 1 : 2;
  if (kind === 'choices') return 1;
  return kind === 'choice' && longestOf(choices.map(({ label }) => label)) > 12 ? 1 : 0;
};

/** The width in rem from which questions in these columns are drawn as a table; below it they are cards. `beside` is what row headings and buttons take. */
export const roomNeeded = (columns: readonly Question[], beside: number): number =>
  columns.reduce((sum, column) => sum + leastOf(column), beside);

/** The width of each column in percent of a table that is `width` rem wide, where there is room for it. Where nothing is prose, all get the same more. */
export const widthsOf = (columns: readonly Question[], beside: number, width: number): number[] => {
  const left = Math.max(0, width - roomNeeded(columns, beside));
  const shares = columns.map(shareOf);
  const all = shares.reduce((sum, share) => sum + share, 0);
  return columns.map(
    (column, index) =>
      (100 * (leastOf(column) + left * (all === 0 ? 1 / columns.length : (shares[index] ?? 0) / all))) / width,
  );
};
